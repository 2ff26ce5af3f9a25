import { isObject, type Json } from './json.ts';
import type { JsonStep } from './json-path.ts';

/** A part of a document, and the steps that lead to it. */
export type JsonPart = { steps: readonly JsonStep[]; value: Json };

/**
 * Every part on the way to a place, the document first and the place last; where the document has no such place, as far
 * as the way leads, with the step that is missing.
 */
export function partsOnPath(
  document: Json,
  path: readonly JsonStep[],
): { parts: readonly JsonPart[]; last: JsonPart; missing?: JsonStep } {
  let last: JsonPart = { steps: [], value: document };
  const parts = [last];
  for (const asked of path) {
    const step = ownStep(last.value, asked);
    const value = step === undefined ? undefined : entryAt(last.value, step);
    if (step === undefined || value === undefined) return { parts, last, missing: asked };
    last = { steps: [...last.steps, step], value };
    parts.push(last);
  }
  return { parts, last };
}

/** The step as this very value has it: Envoy's field names find istiod's camel case. */
function ownStep(value: Json, step: JsonStep): JsonStep | undefined {
  if (Array.isArray(value)) return typeof step === 'number' && step < value.length ? step : undefined;
  if (!isObject(value)) return undefined;
  const name = String(step);
  if (Object.hasOwn(value, name)) return name;
  const camelCase = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(value, camelCase) ? camelCase : undefined;
}

function entryAt(value: Json, step: JsonStep): Json | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) ? value[step] : undefined;
}
