import { isObject } from './json.ts';
import type { JsonStep } from './json-path.ts';

/**
 * The step as this very value has it: Envoy's field names find istiod's camel case. Undefined where the value has no
 * such entry.
 */
export function ownStep(value: unknown, step: JsonStep): JsonStep | undefined {
  if (Array.isArray(value)) return typeof step === 'number' && step < value.length ? step : undefined;
  if (!isObject(value)) return undefined;
  const name = String(step);
  if (Object.hasOwn(value, name)) return name;
  const camelCase = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(value, camelCase) ? camelCase : undefined;
}
