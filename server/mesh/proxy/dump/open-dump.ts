import { ViglaError } from '#server/errors.ts';
import type { ProxyDump } from './dump.ts';
import { type DumpReading, readDump } from './read-dump.ts';
import { salvageCutDump } from './salvage-cut-dump.ts';

/**
 * A dump out of the bytes of an answer: the one door, behind which private keys and tokens are gone. Of a dump that was
 * cut off, what came whole.
 * @throws ViglaError `source_failed` for what is no dump, or was cut off before its first resource
 */
export function openDump(bytes: Uint8Array, reading: DumpReading = {}): ProxyDump {
  const text = new TextDecoder().decode(bytes);
  const parsed = parse(text);
  if ('value' in parsed) return readDump(parsed.value, reading);
  const whole = salvageCutDump(text);
  if (whole === undefined) throw unreadable(text, parsed.cause);
  const dump = readDump(whole, reading);
  const problem = `The configuration dump was cut off after ${text.length} characters: what came after is missing.`;
  return { ...dump, problems: [problem, ...dump.problems] };
}

function parse(text: string): { value: unknown } | { cause: unknown } {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return { cause };
  }
}

function unreadable(text: string, cause: unknown): ViglaError {
  const isCut = text.trimStart().startsWith('{');
  const reason = isCut ? `is broken or cut off after ${text.length} characters` : 'is not JSON';
  return new ViglaError(
    'source_failed',
    `Envoy's configuration dump ${reason}. Ask again, or for one section.`,
    {
      cause,
    },
  );
}
