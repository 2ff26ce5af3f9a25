import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { LoadContext } from '#server/sources/interface.ts';

/**
 * An answer with a warning more, before all others, where something is kept from who asks, and for each cluster that cannot
 * be opened: what is said holds for the rest alone.
 */
export function withRestrictedNote<Data>(
  answer: Answer<Data>,
  { visibleNamespaces, leftOutClusters = [], unusableClusters = [] }: LoadContext,
): Answer<Data> {
  const isRestricted = visibleNamespaces !== undefined || leftOutClusters.length > 0;
  const notes: Warning[] = [
    ...(visibleNamespaces === undefined ? [] : [{ code: 'restricted', source: 'vigla', message } as const]),
    ...leftOutClusters.map(
      (cluster) => ({ code: 'restricted', source: 'vigla', message: leftOut(cluster) }) as const,
    ),
    ...unusableClusters.map(
      ({ name, reason }) =>
        ({
          code: 'cluster_missing',
          source: 'kubernetes',
          // Why may name Secrets and files.
          message: isRestricted ? `Cluster ${name} is missing.` : `Cluster ${name} is missing: ${reason}`,
        }) as const,
    ),
  ];
  return notes.length === 0 ? answer : { ...answer, warnings: [...notes, ...answer.warnings] };
}

function leftOut(cluster: string): string {
  return `Traffic from and to cluster ${cluster} is left out: you may see less there, or your rights there cannot be asked for.`;
}

const message =
  'You may not see every namespace: objects, traffic and traces of the others are left out, and what is said here does not consider them. Visible is where you may list pods.';
