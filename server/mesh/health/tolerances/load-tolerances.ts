import type { Warning } from '#lib/contract/envelope.ts';
import type { HealthRule } from '#lib/health-tolerances.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { type ToleranceBook, toleranceBook } from './tolerance-book.ts';

const kept = new WeakMap<MeshObjects, { rules: readonly HealthRule[]; book: ToleranceBook }>();
const noRules: readonly HealthRule[] = [];

/** What the annotations of a snapshot and the configuration tolerate; made once for each snapshot. */
export function tolerancesOf(
  { objects, rootNamespace, cluster }: Pick<ObjectsSnapshot, 'objects' | 'rootNamespace' | 'cluster'>,
  { sources }: LoadContext,
): ToleranceBook {
  const { healthRules: rules = noRules } = sources;
  const known = kept.get(objects);
  if (known?.rules === rules) return known.book;
  const book = toleranceBook({ objects, inventory: inventoryOf(objects, rootNamespace), cluster, rules });
  kept.set(objects, { rules, book });
  return book;
}

/** Annotations in the namespaces asked for that could not be read. */
export function toleranceWarnings(
  { ignored }: Pick<ToleranceBook, 'ignored'>,
  namespaces: '*' | readonly string[],
): Warning[] {
  return ignored
    .filter(({ namespace }) => namespaces === '*' || namespaces.includes(namespace))
    .map(({ message }) => ({ code: 'tolerance_ignored', source: 'kubernetes', message }));
}
