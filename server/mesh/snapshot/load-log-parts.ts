import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext, LogSource, StoredLine } from '#server/sources/interface.ts';
import type { Collecting } from './collecting.ts';
import { redactWords } from './redact-words.ts';

/** The newest lines of a container that are kept, and how many characters of them. */
export const mostLogLines = 1000;
const mostCharacters = 2_000_000;

/** What the containers of the chosen pods wrote in the window, without secrets. */
export async function* loadLogParts(
  pods: readonly ObjectOf<'Pod'>[],
  collecting: Collecting,
  { sources: { logs }, signal }: LoadContext,
): AsyncGenerator<LineOf<'log'>> {
  if (logs === undefined) return;
  for (const { metadata, spec } of pods) {
    const { namespace = '', name: pod } = metadata;
    for (const { name: container } of [...spec.initContainers, ...spec.containers]) {
      const place = { namespace, pod, container };
      try {
        yield { part: 'log', ...place, lines: await linesOf(logs, place, { collecting, signal }) };
      } catch (error) {
        signal.throwIfAborted();
        collecting.missing.add('logs', `${namespace}/${pod}, ${container}: ${messageOf(error)}`);
      }
    }
  }
}

type Place = { namespace: string; pod: string; container: string };

async function linesOf(
  logs: LogSource,
  place: Place,
  { collecting, signal }: { collecting: Collecting; signal: AbortSignal },
): Promise<StoredLine[]> {
  const lines: StoredLine[] = [];
  let characters = 0;
  for await (const batch of logs.read(
    { ...place, fromMs: collecting.fromMs, tailLines: mostLogLines },
    signal,
  )) {
    for (const line of batch) {
      characters += line.text.length;
      lines.push({ ...line, text: redactWords(line.text) });
    }
    if (characters <= mostCharacters) continue;
    const where = `${place.namespace}/${place.pod}, ${place.container}`;
    collecting.missing.addOverLimit(
      'logs',
      `${where}: lines after the first ${characters} characters were left out.`,
    );
    break;
  }
  return lines;
}
