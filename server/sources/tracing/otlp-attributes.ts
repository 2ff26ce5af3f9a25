import { z } from 'zod';

const attributeSchema = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()).optional() });
/** An attribute that is none is left out; the rest of its span stays. */
export const attributesSchema = z.array(attributeSchema.or(z.unknown().transform(() => undefined))).catch([]);

/** Jaeger writes what it thinks of a span among the span's own attributes. */
const storesOwn = /^@jaeger@/;

/** OTLP's list of keys and typed values as texts by key. */
export function readAttributes(list: z.output<typeof attributesSchema>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const one of list)
    if (one !== undefined && !storesOwn.test(one.key)) attributes[one.key] = textOf(one.value);
  return attributes;
}

/** The text of a typed value: `{"intValue":"200"}` is `200`, lists and maps are JSON. */
function textOf(value: unknown): string {
  const [[type, content] = []] = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(value));
  if (type === undefined || content === null || content === undefined) return '';
  if (type === 'arrayValue') return JSON.stringify(valuesOf(content));
  if (type === 'kvlistValue') return JSON.stringify(pairsOf(content));
  return typeof content === 'object' ? JSON.stringify(content) : String(content);
}

const arraySchema = z.object({ values: z.array(z.unknown()) }).catch({ values: [] });
const pairsSchema = z.object({ values: attributesSchema }).catch({ values: [] });

function valuesOf(content: unknown): string[] {
  return arraySchema.parse(content).values.map(textOf);
}

function pairsOf(content: unknown): Record<string, string> {
  return readAttributes(pairsSchema.parse(content).values);
}
