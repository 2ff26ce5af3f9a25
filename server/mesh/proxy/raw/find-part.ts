import type { Json } from '#lib/json/json.ts';
import { formatJsonPath, type JsonStep, parseJsonPath } from '#lib/json/json-path.ts';
import { ownStep } from '#lib/json/value-at-path.ts';
import { redactEntry } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';

/** A document's part on the way to which secrets are gone; what lies below it is not redacted yet. */
export type Part = { steps: readonly JsonStep[]; value: Json };

/**
 * Every part on a path, the document first and what is asked for last.
 * @throws ViglaError `not_found` that names the first step that the document does not have
 */
export function findParts(document: Json, path: string): [Part, ...Part[]] {
  const parts: [Part, ...Part[]] = [{ steps: [], value: document }];
  let here: Part = parts[0];
  for (const asked of parseJsonPath(path) ?? []) {
    const step = ownStep(here.value, asked);
    const value = step === undefined ? undefined : redactEntry(here.value, step);
    if (step === undefined || value === undefined) throw missing(here.steps, asked);
    here = { steps: [...here.steps, step], value };
    parts.push(here);
  }
  return parts;
}

function missing(steps: readonly JsonStep[], asked: JsonStep): ViglaError {
  const place = steps.length === 0 ? 'The document' : formatJsonPath(steps);
  const entry = typeof asked === 'number' ? `entry ${asked}` : `field "${asked}"`;
  return new ViglaError(
    'not_found',
    `${place} has no ${entry}. The proxy may have been given another configuration since; open the raw view without a path.`,
  );
}
