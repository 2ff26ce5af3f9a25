import type { Change, ResourceDifference } from '#lib/contract/drift.ts';
import type { SectionRow } from '../section/section-definition.ts';

export type RowDifference = { kind: ResourceDifference['kind']; changes: readonly Change[] };

/**
 * What of its resource's differences is a row's: a row may be one route or one filter chain of a resource. Changes of a
 * field around it (a virtual host's domains) are every such row's. Undefined where nothing of the row differs.
 */
export function rowDifference(
  { proofPath }: Pick<SectionRow, 'proofPath'>,
  difference: ResourceDifference | undefined,
): RowDifference | undefined {
  if (difference === undefined) return undefined;
  const { kind } = difference;
  const place = placeInResource(proofPath);
  if (kind !== 'changed' || place === '') return { kind, changes: difference.changes };
  const changes = difference.changes.filter(
    ({ path }) => isWithin(path, place) || isWithin(place, holderOf(path)),
  );
  return changes.length === 0 ? undefined : { kind, changes };
}

/** The part of a dump's path that leads on from the resource: empty where the row is the whole of it. */
function placeInResource(proofPath: string): string {
  return /(?:virtual_hosts|filter_chains)\[.*|default_filter_chain.*/.exec(proofPath)?.[0] ?? '';
}

/** What has the field: `virtual_hosts[5]` of `virtual_hosts[5].domains`. Items of lists are held by their list. */
function holderOf(path: string): string {
  return path.replace(/(?:\.[^.[]*|\[[^[]*\]|^[^.[]*)$/, '');
}

function isWithin(path: string, holder: string): boolean {
  return holder === '' || path === holder || path.startsWith(`${holder}.`);
}
