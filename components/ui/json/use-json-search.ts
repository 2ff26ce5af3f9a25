'use client';

import { useQuery } from '@tanstack/react-query';
import type { JsonSource } from './json-source.ts';

/** Where a text stands in a document; nothing is asked for an empty one. */
export function useJsonSearch(source: JsonSource, text: string) {
  return useQuery({
    queryKey: ['json search', source.id, text],
    queryFn: ({ signal }) => source.search(text, signal),
    enabled: text !== '',
    placeholderData: undefined,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { isOnDemand: true },
  });
}
