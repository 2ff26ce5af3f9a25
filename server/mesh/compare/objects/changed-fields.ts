import type { ComparedField } from '#lib/contract/compare-sides.ts';
import { isObject, type Json, type JsonObject } from '#lib/json/json.ts';
import { joinJsonPath } from '#lib/json/json-path.ts';
import { pairInOrder } from '#server/mesh/proxy/drift/diff/pair-in-order.ts';
import { exactText } from './exact-text.ts';

/** Values larger than this are told by their size: the lines show them. */
const mostCharacters = 2_000;

/**
 * Every place at which two manifests differ. Entries of lists that are alike keep their places, others stand for each
 * other by name or by place; an index is that of the later form, where the entry is in it.
 */
export function changedFields(before: Json, after: Json, path = ''): ComparedField[] {
  if (exactText(before) === exactText(after)) return [];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(after), ...Object.keys(before)])].sort();
    return names.flatMap((name) =>
      changedEntry(ownValue(before, name), ownValue(after, name), joinJsonPath(path, name)),
    );
  }
  if (Array.isArray(before) && Array.isArray(after))
    return pairInOrder(before, after, exactText)
      .map(({ leftIndex, rightIndex }) => ({ leftIndex, rightIndex, index: rightIndex ?? leftIndex ?? 0 }))
      .sort((one, other) => one.index - other.index)
      .flatMap(({ leftIndex, rightIndex, index }) =>
        changedEntry(
          leftIndex === undefined ? undefined : before[leftIndex],
          rightIndex === undefined ? undefined : after[rightIndex],
          joinJsonPath(path, index),
        ),
      );
  return [{ path, before: shown(before), after: shown(after) }];
}

/** A field may be called as what every object has, such as `toString`. */
function ownValue(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function changedEntry(before: Json | undefined, after: Json | undefined, path: string): ComparedField[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, after: shown(after ?? null) }];
  if (after === undefined) return [{ path, before: shown(before) }];
  return changedFields(before, after, path);
}

type FieldValue = NonNullable<ComparedField['after']>;

function shown(value: Json): FieldValue | null {
  const text = JSON.stringify(value);
  return text.length > mostCharacters ? `(${text.length} characters of JSON)` : JSON.parse(text);
}
