import type { KindCounts, ObjectChange, ObjectDifference } from '#lib/contract/compare-objects.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { changedFields } from './changed-fields.ts';
import { type ComparableObject, comparableFields } from './comparable-objects.ts';
import { isStatusField } from './status-fields.ts';

type Sides = {
  before: ReadonlyMap<string, ComparableObject>;
  after: ReadonlyMap<string, ComparableObject>;
  /** What is added to times of the earlier side. */
  shiftMs: number;
  /** Kinds that one of both could not read. */
  unread: ReadonlySet<ObjectKind>;
};

const shownPaths = 4;

/** Objects that came, went or changed, those that somebody wrote first, and how many of each kind were compared. */
export function compareObjects(sides: Sides): { kinds: KindCounts[]; differences: ObjectDifference[] } {
  const { before, after, unread } = sides;
  const counts = new Map<string, KindCounts>();
  const differences: ObjectDifference[] = [];
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const object = is ?? was;
    if (object === undefined || unread.has(object.kind)) continue;
    const found = differenceOf(was, is, sides.shiftMs);
    const { kind } = object;
    const count = counts.get(kind) ?? { kind, added: 0, removed: 0, changed: 0, statusOnly: 0, same: 0 };
    counts.set(kind, count);
    count[found?.change ?? 'same'] += 1;
    if (found !== undefined) differences.push(found);
  }
  return {
    kinds: [...counts.values()].sort((one, other) => inOrder(one.kind, other.kind)),
    differences: differences.sort(
      (one, other) =>
        rank(one) - rank(other) ||
        inOrder(one.object.kind, other.object.kind) ||
        inOrder(one.object.namespace, other.object.namespace) ||
        inOrder(one.object.name, other.object.name),
    ),
  };
}

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

/** What somebody wrote, then what controllers made, then what they report. */
function rank({ change, madeBy }: ObjectDifference): number {
  return (change === 'statusOnly' ? 2 : 0) + (madeBy === undefined ? 0 : 1);
}

type Changed = { change: ObjectChange; fieldCount: number; paths: string[] };

function differenceOf(
  was: ComparableObject | undefined,
  is: ComparableObject | undefined,
  shiftMs: number,
): ObjectDifference | undefined {
  const object = is ?? was;
  const changed = changeOf(was, is, shiftMs);
  if (object === undefined || changed === undefined) return undefined;
  const { kind, namespace, name, madeBy } = object;
  return { object: { kind, namespace, name }, ...changed, ...(madeBy === undefined ? {} : { madeBy }) };
}

function changeOf(
  was: ComparableObject | undefined,
  is: ComparableObject | undefined,
  shiftMs: number,
): Changed | undefined {
  if (was === undefined) return { change: 'added', fieldCount: 0, paths: [] };
  if (is === undefined) return { change: 'removed', fieldCount: 0, paths: [] };
  return keptComparison(was, is, shiftMs);
}

/** Objects stay the same while nothing changes: most pairs are compared once. */
const compared = new WeakMap<object, WeakMap<object, { shiftMs: number; changed: Changed | undefined }>>();

function keptComparison(was: ComparableObject, is: ComparableObject, shiftMs: number): Changed | undefined {
  const byLater = compared.get(was.read) ?? new WeakMap();
  compared.set(was.read, byLater);
  const known = byLater.get(is.read);
  if (known?.shiftMs === shiftMs) return known.changed;
  const changed = changedBetween(was, is, shiftMs);
  byLater.set(is.read, { shiftMs, changed });
  return changed;
}

function changedBetween(was: ComparableObject, is: ComparableObject, shiftMs: number): Changed | undefined {
  const fields = changedFields(comparableFields(was, shiftMs), comparableFields(is, 0));
  if (fields.length === 0) return undefined;
  const wanted = fields.filter((field) => !isStatusField(field));
  const told = wanted.length === 0 ? fields : wanted;
  return {
    change: wanted.length === 0 ? 'statusOnly' : 'changed',
    fieldCount: told.length,
    paths: told.slice(0, shownPaths).map(({ path }) => path),
  };
}
