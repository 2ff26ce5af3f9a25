import { isObject, type Json, type JsonObject } from '#server/mesh/proxy/json/json.ts';
import { fieldKey } from './field-key.ts';
import { isFilledIn } from './filled-in.ts';
import { setOf } from './set-fields.ts';

/**
 * The same text for two values that mean the same: the order of fields and of sets, the way to write durations and 64-bit
 * numbers, and what one side fills in make no difference. `field` is the name under which the value stands.
 */
export function canonicalText(value: Json, field = ''): string {
  if (typeof value !== 'object' || value === null) return canonicalScalar(value);
  return isObject(value) ? canonicalObject(value) : canonicalList(value, field);
}

function canonicalScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  // A duration, `10.000s`; a number, which protobuf's JSON writes as text where it has 64 bits.
  if (/^-?\d+(\.\d+)?s$/.test(value)) return `"${Number(value.slice(0, -1))}s"`;
  if (/^-?\d{1,20}$/.test(value)) return value;
  return JSON.stringify(value);
}

function canonicalObject(value: JsonObject): string {
  const inner = unwrapped(value);
  if (inner !== value) return canonicalText(inner);
  const entries = Object.entries(value)
    .filter(([key, entry]) => !isFilledIn(key, entry))
    .map(([key, entry]): [string, string] => [fieldKey(key), canonicalText(entry, key)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, text]) => `${key}:${text}`).join()}}`;
}

function canonicalList(list: readonly Json[], field: string): string {
  const items = list.map((item) => canonicalText(item));
  return `[${(setOf(field) === undefined ? items : items.sort()).join()}]`;
}

/** A message wrapped twice: an Any that holds an Any. */
export function unwrapped(value: JsonObject): Json {
  const isWrapper = value['@type'] === 'type.googleapis.com/google.protobuf.Any';
  return isWrapper && value.value !== undefined ? value.value : value;
}
