import { isObject, type JsonObject } from '#lib/json/json.ts';
import { redact } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';

/**
 * The JSON of an answer without its secrets, otherwise as it came.
 * @throws ViglaError `source_failed` where it is no JSON object, or was cut off
 */
export function openDocument(bytes: Uint8Array): JsonObject {
  const value = redact(parse(bytes));
  if (isObject(value)) return value;
  throw new ViglaError('source_failed', 'The answer is JSON, but no object.');
}

function parse(bytes: Uint8Array) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ViglaError(
      'source_failed',
      `The answer of ${bytes.length} bytes is not JSON, or was cut off. Ask again, or open one of the tables.`,
      { cause },
    );
  }
}
