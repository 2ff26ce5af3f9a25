import { isObject, type JsonObject } from '#lib/json/json.ts';
import { ViglaError } from '#server/errors.ts';

/**
 * The JSON of an answer as it came, not redacted.
 * @throws ViglaError `source_failed` where it is no JSON object, or was cut off
 */
export function parseDocument(bytes: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ViglaError(
      'source_failed',
      `The answer of ${bytes.length} bytes is not JSON, or was cut off. Ask again, or open one of the tables.`,
      { cause },
    );
  }
  if (isObject(value)) return value;
  throw new ViglaError('source_failed', 'The answer is JSON, but no object.');
}
