'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchAnswer } from '#lib/api-client.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { useChosenCluster } from './use-chosen-cluster.ts';

type Question<Schema extends z.ZodType> = {
  path: string;
  parameters: Record<string, string | undefined>;
  schema: Schema;
  isEnabled?: boolean;
  /** Parts that a later answer has unchanged stay the same objects. Costs a walk through both, for nothing in large ones. */
  keepsParts?: boolean;
  /** It is about the installation, whatever cluster the page is about. */
  isOfAllClusters?: boolean;
  /** Costly: asked once and when the reader asks again, not with every refresh of the page. */
  isOnDemand?: boolean;
};

/**
 * The answer of a route for the cluster that the page is about, kept by path and parameters; the scope's refresh asks for
 * it again.
 */
export function useAnswer<Schema extends z.ZodType>(
  question: Question<Schema>,
): UseQueryResult<Answer<z.output<Schema>>> {
  const { path, schema, isEnabled = true, keepsParts = true, isOnDemand = false } = question;
  const chosen = useChosenCluster();
  const { cluster = question.isOfAllClusters ? undefined : chosen } = question.parameters;
  const parameters = { ...question.parameters, cluster };
  return useQuery({
    queryKey: [path, parameters],
    queryFn: ({ signal }) => fetchAnswer({ path, parameters, schema, signal }),
    enabled: isEnabled,
    structuralSharing: keepsParts,
    ...(isOnDemand ? { meta: { isOnDemand }, staleTime: Number.POSITIVE_INFINITY } : {}),
  });
}
