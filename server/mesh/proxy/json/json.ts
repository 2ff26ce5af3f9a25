import { isObject, type Json, type JsonObject } from '#lib/json/json.ts';

export { isObject, type Json, type JsonObject };

/** The value at a path of keys; undefined where a step is missing or leads through something else. */
export function at(value: unknown, ...path: readonly string[]): Json | undefined {
  return walk(value, path);
}

/** Dumps have hundreds of thousands of fields: no second list is made for each. */
function walk(value: unknown, path: readonly string[]): Json | undefined {
  let here: unknown = value;
  for (const key of path) {
    if (!isObject(here) || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return isJson(here) ? here : undefined;
}

export function objectAt(value: unknown, ...path: readonly string[]): JsonObject | undefined {
  const found = walk(value, path);
  return isObject(found) ? found : undefined;
}

/** The objects of a list; entries that are none are left out. Empty where there is no list. */
export function objectsAt(value: unknown, ...path: readonly string[]): JsonObject[] {
  const found = walk(value, path);
  return Array.isArray(found) ? found.filter(isObject) : [];
}

export function textsAt(value: unknown, ...path: readonly string[]): string[] {
  const found = walk(value, path);
  return Array.isArray(found) ? found.filter((entry) => typeof entry === 'string') : [];
}

export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = walk(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** Protobuf's JSON writes 64-bit numbers as text. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = walk(value, path);
  if (typeof found === 'number') return found;
  return typeof found === 'string' && /^-?\d+$/.test(found) ? Number(found) : undefined;
}

export function flagAt(value: unknown, ...path: readonly string[]): boolean {
  return walk(value, path) === true;
}

/** JSON.parse gives nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
