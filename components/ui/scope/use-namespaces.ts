'use client';

import { namespacesSchema } from '#lib/contract/namespaces.ts';
import { useAnswer } from './use-answer.ts';

type NamespacesQuestion = { range: string; at: string; isEnabled: boolean; include?: 'series' };

/** Every namespace that the caller may see, with its state and rates in the window. */
export function useNamespaces({ range, at, isEnabled, include }: NamespacesQuestion) {
  return useAnswer({
    path: '/api/namespaces',
    parameters: { range, at, include },
    schema: namespacesSchema,
    isEnabled,
  });
}
