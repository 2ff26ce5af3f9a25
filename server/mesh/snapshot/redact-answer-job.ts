import type { Json } from '#lib/json/json.ts';
import { redactText } from '#lib/redact/redact-text.ts';
import { ViglaError } from '#server/errors.ts';
import { redactManifest } from '#server/mesh/objects/redact-manifest.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';

/**
 * An answer of istiod or of a proxy as text without its secrets: JSON by its fields, anything else by its words.
 * @throws ViglaError `source_failed` for JSON that is nested too deeply to be looked through
 */
export const redactAnswerJob: DumpJob<null, string> = {
  name: 'redact-answer',
  run: ([bytes = new Uint8Array()]) => {
    const text = new TextDecoder().decode(bytes);
    const json = jsonOf(text);
    if (json === undefined) return redactText(text);
    try {
      return JSON.stringify(redactManifest(json));
    } catch (cause) {
      if (cause instanceof RangeError)
        throw new ViglaError('source_failed', 'The answer is nested too deeply.', { cause });
      throw cause;
    }
  },
};

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
