import { isObject, type Json } from '#lib/json/json.ts';
import { formatJsonPath, type JsonStep, parseJsonPath } from '#lib/json/json-path.ts';
import { partsOnPath } from '#lib/json/value-at-path.ts';
import { ViglaError } from '#server/errors.ts';

/**
 * The parts from the document to the place that a path names.
 * @throws ViglaError `not_found` that names the first step that the document does not have
 */
export function partsAt(document: Json, path: string): Omit<ReturnType<typeof partsOnPath>, 'missing'> {
  const { parts, last, missing } = partsOnPath(document, inWholeDump(document, parseJsonPath(path) ?? []));
  if (missing === undefined) return { parts, last };
  const place = last.steps.length === 0 ? 'The document' : formatJsonPath(last.steps);
  const entry = typeof missing === 'number' ? `entry ${missing}` : `field "${missing}"`;
  throw new ViglaError(
    'not_found',
    `${place} has no ${entry}. The proxy may have been given another configuration since; open the raw view without a path.`,
  );
}

/** Rows are read from dumps of one section, whose `configs` Envoy counts without the others: the part is known by its field. */
function inWholeDump(document: Json, steps: readonly JsonStep[]): readonly JsonStep[] {
  const [first, place, field, ...rest] = steps;
  const configs = isObject(document) ? document.configs : undefined;
  if (first !== 'configs' || typeof place !== 'number' || field === undefined || !Array.isArray(configs))
    return steps;
  const has = (config: Json) => partsOnPath(config, [field]).missing === undefined;
  if (configs[place] !== undefined && has(configs[place])) return steps;
  const found = configs.findIndex(has);
  return found < 0 ? steps : [first, found, field, ...rest];
}
