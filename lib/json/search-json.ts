import type { RawSearch } from '#lib/contract/raw.ts';
import { isObject, type Json } from './json.ts';
import { formatJsonPath, type JsonStep } from './json-path.ts';

/** Nobody steps through more; the count says how many there are. */
const mostPaths = 1_000;

/** Where a text stands in a field's name or in a value, in the order of the document, whatever its letters' case. */
export function searchJson(document: Json, text: string): RawSearch {
  const wanted = text.toLowerCase();
  const found: RawSearch = { paths: [], count: 0 };
  visit(document, { wanted, found, steps: [] });
  return found;
}

type Search = { wanted: string; found: RawSearch; steps: JsonStep[] };

function visit(value: Json, search: Search): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) enter(index, entry, search);
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) enter(key, entry, search);
  }
}

function enter(step: JsonStep, value: Json, search: Search): void {
  const { wanted, found, steps } = search;
  steps.push(step);
  const isInKey = typeof step === 'string' && step.toLowerCase().includes(wanted);
  const isScalar = typeof value !== 'object' || value === null;
  if (isInKey || (isScalar && String(value).toLowerCase().includes(wanted))) {
    found.count++;
    if (found.paths.length < mostPaths) found.paths.push(formatJsonPath(steps));
  }
  if (!isScalar) visit(value, search);
  steps.pop();
}
