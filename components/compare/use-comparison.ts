'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { graphComparisonSchema } from '#lib/contract/compare-graph.ts';
import { comparedObjectSchema, objectComparisonSchema } from '#lib/contract/compare-objects.ts';
import { comparedProxySchema, proxyComparisonSchema } from '#lib/contract/compare-proxies.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { clusterScope } from '#lib/object-path.ts';

/** Namespaces that have traffic now are no choice of a reader who asks what is gone. */
function useComparedScope() {
  const { apiParameters, isDefaultNamespaces, isReady } = useScope();
  const { range } = apiParameters;
  return { namespaces: isDefaultNamespaces ? '*' : apiParameters.namespaces, range, isReady };
}

/** What changed in the graph, with the 95th percentile. */
export function useGraphComparison() {
  const { namespaces, range, isReady } = useComparedScope();
  return useAnswer({
    path: '/api/compare/graph',
    parameters: { namespaces, range, latency: 'true' },
    schema: graphComparisonSchema,
    isEnabled: isReady,
    keepsParts: false,
  });
}

/** What changed among the objects of the namespaces in view. */
export function useObjectComparison() {
  const { namespaces, isReady } = useComparedScope();
  return useAnswer({
    path: '/api/compare/objects',
    parameters: { namespaces },
    schema: objectComparisonSchema,
    isEnabled: isReady,
  });
}

/** One object as it is and as it was. */
export function useComparedObject({ kind, namespace, name }: ObjectReference) {
  const place = namespace === '' ? clusterScope : namespace;
  return useAnswer({
    path: `/api/compare/objects/${place}/${kind}/${encodeURIComponent(name)}`,
    parameters: {},
    schema: comparedObjectSchema,
  });
}

/** How much changed in each proxy; costly, so asked once. */
export function useProxyComparison() {
  const { namespaces, isReady } = useComparedScope();
  return useAnswer({
    path: '/api/compare/proxies',
    parameters: { namespaces },
    schema: proxyComparisonSchema,
    isEnabled: isReady,
    isOnDemand: true,
  });
}

/** One proxy as it is and as it was. */
export function useComparedProxy({ namespace, pod }: { namespace: string; pod: string }) {
  return useAnswer({
    path: `/api/compare/proxies/${namespace}/${pod}`,
    parameters: {},
    schema: comparedProxySchema,
    isOnDemand: true,
  });
}
