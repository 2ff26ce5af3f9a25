import type { ManifestPlace } from '#lib/contract/object-manifest.ts';
import { type JsonStep, joinJsonPath, parseJsonPath } from '#lib/json/json-path.ts';

export type FoundPlace = {
  /** The place itself, else the nearest that holds it; undefined where not even its first step is there. */
  place: ManifestPlace | undefined;
  /** The whole path was found. */
  isExact: boolean;
};

/**
 * Where a path leads in a manifest. Besides the paths of the places themselves it understands those that begin below
 * `spec` (`http[2]`) and items called by their name (`subsets[v1]`).
 */
export function findPlace(places: readonly ManifestPlace[], path: string): FoundPlace {
  const steps = parseJsonPath(path.replace(/\[([^\]"\d][^\]"]*)\]/g, '["$1"]'));
  if (steps === undefined || steps.length === 0) return { place: undefined, isExact: false };
  const byPath = new Map(places.map((place) => [place.path, place]));
  const [first = ''] = steps;
  const isBelowSpec = !byPath.has(String(first)) && byPath.has('spec');
  let place = isBelowSpec ? byPath.get('spec') : undefined;
  for (const step of steps) {
    const next = childOf(place?.path ?? '', step, byPath);
    if (next === undefined) return { place, isExact: false };
    place = next;
  }
  return { place, isExact: true };
}

type ByPath = ReadonlyMap<string, ManifestPlace>;

function childOf(parent: string, step: JsonStep, byPath: ByPath): ManifestPlace | undefined {
  return (
    byPath.get(joinJsonPath(parent, step)) ??
    byPath.get(joinJsonPath(parent, String(step))) ??
    itemNamed(parent, String(step), byPath)
  );
}

function itemNamed(parent: string, name: string, byPath: ByPath): ManifestPlace | undefined {
  for (let index = 0; ; index += 1) {
    const item = byPath.get(joinJsonPath(parent, index));
    if (item === undefined || item.name === name) return item;
  }
}
