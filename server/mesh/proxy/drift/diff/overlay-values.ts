import { isObject, type Json, type JsonObject } from '#server/mesh/proxy/json/json.ts';
import { canonicalText } from './canonical-text.ts';
import { fieldKey } from './field-key.ts';
import { isFilledIn } from './filled-in.ts';
import type { Overlay } from './overlay.ts';
import { pairEntries } from './pair-entries.ts';

/** Lays two forms of a value over each other. `field` is the name under which they stand. */
export function overlayOf(left: Json, right: Json, field = ''): Overlay {
  if (canonicalText(left, field) === canonicalText(right, field)) return { kind: 'same', value: right };
  if (isObject(left) && isObject(right)) return overlayObjects(left, right);
  if (Array.isArray(left) && Array.isArray(right)) return overlayLists(left, right, field);
  return { kind: 'different', left, right };
}

function overlayObjects(left: JsonObject, right: JsonObject): Overlay {
  const leftByKey = new Map(Object.entries(left).map(([name, value]) => [fieldKey(name), { name, value }]));
  const rightKeys = new Set(Object.keys(right).map(fieldKey));
  const entries = Object.entries(right).map(([name, value]) => {
    const other = leftByKey.get(fieldKey(name))?.value;
    return { key: name, overlay: overlayField(name, other, value) };
  });
  for (const [key, { name, value }] of leftByKey)
    if (!rightKeys.has(key)) entries.push({ key: name, overlay: overlayField(name, value, undefined) });
  return { kind: 'object', entries };
}

function overlayField(name: string, left: Json | undefined, right: Json | undefined): Overlay {
  if (left !== undefined && right !== undefined) return overlayOf(left, right, name);
  const value = left ?? right ?? null;
  return isFilledIn(name, value) ? { kind: 'same', value } : { kind: 'different', left, right };
}

function overlayLists(left: readonly Json[], right: readonly Json[], field: string): Overlay {
  return {
    kind: 'list',
    items: pairEntries(left, right, field).map(({ leftIndex, rightIndex }) => {
      const one = leftIndex === undefined ? undefined : left[leftIndex];
      const other = rightIndex === undefined ? undefined : right[rightIndex];
      return {
        index: rightIndex ?? leftIndex ?? 0,
        overlay:
          one !== undefined && other !== undefined
            ? overlayOf(one, other)
            : { kind: 'different', left: one, right: other },
      };
    }),
  };
}
