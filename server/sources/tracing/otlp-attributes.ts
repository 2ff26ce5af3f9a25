import { z } from 'zod';

/** A list of attributes as it came; what is none of them is left out when they are read. */
export const attributesSchema = z.array(z.unknown()).catch([]);

/** Jaeger writes what it thinks of a span among the span's own attributes. */
const storesOwn = '@jaeger@';

/**
 * OTLP's list of keys and typed values as texts by key. Checked by hand, not with zod: a trace may have a million of them,
 * and this takes a tenth of the time.
 */
export function readAttributes(list: readonly unknown[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const one of list)
    if (isRecord(one) && typeof one.key === 'string' && !one.key.startsWith(storesOwn))
      attributes[one.key] = textOf(one.value);
  return attributes;
}

/** The text of a typed value: `{"intValue":"200"}` is `200`, lists and maps are JSON. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return '';
  const { stringValue, arrayValue, kvlistValue } = value;
  if (typeof stringValue === 'string') return stringValue;
  if (arrayValue !== undefined) return JSON.stringify(valuesOf(arrayValue).map(textOf));
  if (kvlistValue !== undefined) return JSON.stringify(readAttributes(valuesOf(kvlistValue)));
  const [content] = Object.values(value);
  if (content === null || content === undefined) return '';
  return typeof content === 'object' ? JSON.stringify(content) : String(content);
}

function valuesOf(content: unknown): unknown[] {
  return isRecord(content) && Array.isArray(content.values) ? content.values : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
