import { guarded, type View } from '#server/access/restrict/view.ts';
import { withoutPlaces } from '#server/access/restrict/without-places.ts';
import type { ObjectSource, ObjectsSnapshot } from '#server/sources/interface.ts';
import { filterSnapshot } from './filter-snapshot.ts';

/** The objects of visible namespaces: the same snapshot, by identity, for the same one of all objects. */
export function restrictObjects(objects: ObjectSource, view: View): ObjectSource {
  const filtered = new WeakMap<ObjectsSnapshot, ObjectsSnapshot>();
  return {
    snapshot: guarded(view, async (signal?: AbortSignal) => {
      const whole = await objects.snapshot(signal);
      const known = filtered.get(whole) ?? filterSnapshot(whole, view.namespaces);
      filtered.set(whole, known);
      return known;
    }),
    status: withoutPlaces(() => objects.status(), { objects, view }),
  };
}
