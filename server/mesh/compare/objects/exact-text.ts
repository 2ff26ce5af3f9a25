import { isObject, type Json } from '#lib/json/json.ts';

/** The same text for two values that are alike; the order of an object's fields makes no difference, all else does. */
export function exactText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(exactText).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${exactText(field)}`).join()}}`;
}
