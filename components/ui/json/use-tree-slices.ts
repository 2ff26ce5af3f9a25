'use client';

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JsonSource, TreeQuestion } from './json-source.ts';
import { type KnownSlices, sliceKey } from './tree-rows.ts';

type TreeSlices = {
  slices: KnownSlices;
  /** Keys of the runs that are on their way. */
  asked: ReadonlySet<string>;
  error: Error | undefined;
  /** Where the place that was asked for stands, in the document's own words. */
  revealed: string | undefined;
  retry: () => void;
};

/**
 * The entries of every open part of a document, and of everything above the place to reveal. They are asked for once:
 * a tree that changes while somebody reads it is of no use.
 */
export function useTreeSlices(source: JsonSource, wanted: readonly TreeQuestion[]): TreeSlices {
  const results = useQueries({
    queries: wanted.map((question) => ({
      queryKey: ['json tree', source.id, question],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.tree(question, signal),
      placeholderData: undefined,
      staleTime: Number.POSITIVE_INFINITY,
      meta: { isOnDemand: true },
    })),
    combine: (all) =>
      all.map(({ data, error, isFetching, refetch }) => ({ data, error, isFetching, refetch })),
  });
  return useMemo(() => {
    const slices = new Map(
      results
        .flatMap(({ data }) => data?.data.slices ?? [])
        .map((slice) => [sliceKey(slice.path, slice.page), slice]),
    );
    const fetching = wanted.filter((_, index) => results[index]?.isFetching);
    const failed = results.find(({ error }) => error !== null);
    const revealing = wanted.findIndex(({ reveal }) => reveal);
    return {
      slices,
      asked: new Set(fetching.map(({ path, page }) => sliceKey(path, page))),
      error: failed?.error ?? undefined,
      revealed: results[revealing]?.data?.data.path,
      retry: () => {
        for (const { error, refetch } of results) if (error !== null) void refetch();
      },
    };
  }, [results, wanted]);
}
