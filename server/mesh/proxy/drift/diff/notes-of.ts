import type { Change } from '#lib/contract/drift.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';

type Noted = { changes: readonly Change[]; refused: DumpItem | undefined; warming: DumpItem | undefined };

/** What a reader should know of a difference beside its fields. */
export function notesOf({ changes, refused, warming }: Noted): string[] {
  return [
    ...(refused?.error === undefined ? [] : [`Envoy refused it: ${refused.error.details}`]),
    ...(warming === undefined ? [] : ['Envoy has it, but warming: it waits for something that it needs.']),
    ...(changes.some(isOfWeights)
      ? [
          'Destinations of weight 0 are left out of weighted_clusters, so a cluster that only one side lists has weight 0 on the other.',
        ]
      : []),
  ];
}

/** A cluster that comes or goes in a weighted split. */
function isOfWeights({ path, left, right }: Change): boolean {
  if (/(^|\.)route\.(cluster|weighted_clusters)$/.test(path)) return true;
  return /weighted_clusters\.clusters\[\d+\]$/.test(path) && (left === undefined || right === undefined);
}
