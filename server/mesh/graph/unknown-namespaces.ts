import type { GraphQuery } from '#lib/contract/graph-query.ts';
import { ViglaError } from '#server/errors.ts';
import type { Sample } from '#server/metrics/query.ts';
import type { GraphFacts } from './facts/graph-facts.ts';

export const namespaceLabels = [
  'source_workload_namespace',
  'destination_workload_namespace',
  'destination_service_namespace',
] as const;

/** Namespaces asked for that the objects do not have. Without objects nothing can be said. */
export function namespacesWithoutObject(
  asked: GraphQuery['namespaces'],
  facts: GraphFacts,
): readonly string[] {
  if (asked === '*' || !facts.objectsKnown || facts.namespaces.size === 0) return [];
  return asked.filter((name) => !facts.namespaces.has(name));
}

/**
 * Throws `unknown_namespace` for names that telemetry does not know either: it also has the namespaces of other
 * clusters, and of the past.
 */
export function refuseUnreported(missing: readonly string[], samples: readonly Sample[]): void {
  if (missing.length === 0) return;
  const reported = new Set(samples.flatMap(({ labels }) => namespaceLabels.map((label) => labels[label])));
  const unknown = missing.filter((name) => !reported.has(name));
  if (unknown.length > 0)
    throw new ViglaError(
      'unknown_namespace',
      `There is no namespace ${unknown.map((name) => `"${name}"`).join(', ')}. /api/namespaces lists those there are.`,
      { parameter: 'namespaces' },
    );
}
