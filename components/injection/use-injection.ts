'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { injectionSchema, podInjectionDetailSchema } from '#lib/contract/injection.ts';

/** Namespaces in view, their pods and the webhooks. */
export function useInjection() {
  const { apiParameters, isReady } = useScope();
  return useAnswer({
    path: '/api/mesh/injection',
    parameters: { namespaces: apiParameters.namespaces },
    schema: injectionSchema,
    isEnabled: isReady,
  });
}

/** What decides about one pod, and what was injected into it. */
export function usePodInjection({ namespace, pod }: { namespace: string; pod: string }) {
  return useAnswer({
    path: `/api/mesh/injection/${encodeURIComponent(namespace)}/${encodeURIComponent(pod)}`,
    parameters: {},
    schema: podInjectionDetailSchema,
  });
}
