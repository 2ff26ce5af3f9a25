import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { splitsOf } from '../configured/splits-of.ts';
import type { Split } from '../split.ts';
import { namedWeights } from './named-weights.ts';
import { weightMemoryOf } from './weight-memory.ts';
import { type CanaryWindow, windowOf } from './window-of.ts';
import { writtenAt } from './written-at.ts';

const routeKinds: readonly ObjectKind[] = ['VirtualService', 'HTTPRoute', 'GRPCRoute'];

/**
 * The time that counts for each split, and what changed in it. Each call is a look at the weights of all splits of the
 * snapshot, remembered as long as the source of objects lives. `range` in epoch seconds.
 */
export function loadWindows(
  splits: readonly Split[],
  range: { fromSeconds: number; toSeconds: number },
  { snapshot, context }: { snapshot: ObjectsSnapshot; context: LoadContext },
): ReadonlyMap<Split, CanaryWindow> {
  const { objects, rootNamespace } = snapshot;
  const { sources } = context;
  const memory = weightMemoryOf(sources.objects);
  const isRecorded = sources.recordedShiftMs !== undefined;
  const writtenOf = (split: Split) => (isRecorded ? undefined : writtenAt(split, objects));
  const looks = splitsOf(objects, rootNamespace).map((split) => ({
    key: keyOf(split),
    weights: namedWeights(split),
    writtenSeconds: writtenOf(split)?.seconds,
  }));
  memory.remember(looks, {
    seconds: sources.now() / 1000,
    isWhole: !snapshot.unread.some(({ kind }) => routeKinds.includes(kind)),
  });
  return new Map(
    splits.map((split) => [
      split,
      windowOf({ remembered: memory.of(keyOf(split)), range, isRecorded, written: writtenOf(split) }),
    ]),
  );
}

function keyOf({ object, root, route }: Split): string {
  return `${object.kind} ${object.namespace}/${object.name} ${root.namespace}/${root.name} ${route}`;
}
