import { isObject, type JsonObject } from '#lib/json/json.ts';
import { redact } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';

type Opened = { bytes: Uint8Array; document: JsonObject };

/** Who looks into a dump opens one entry after another of the same bytes. In a worker it goes with the worker. */
let last: Opened | undefined;

/**
 * The JSON of an answer without its secrets, otherwise as it came.
 * @throws ViglaError `source_failed` where it is no JSON object, or was cut off
 */
export function openDocument(bytes: Uint8Array): JsonObject {
  if (last !== undefined && Buffer.compare(last.bytes, bytes) === 0) return last.document;
  const document = redact(parse(bytes));
  if (!isObject(document)) throw new ViglaError('source_failed', 'The answer is JSON, but no object.');
  last = { bytes, document };
  return document;
}

function parse(bytes: Uint8Array) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ViglaError(
      'source_failed',
      `The proxy's dump of ${bytes.length} bytes is not JSON, or was cut off. Ask again, or open one of the tables.`,
      { cause },
    );
  }
}
