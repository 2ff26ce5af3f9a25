import { ViglaError } from '#server/errors.ts';
import type { LoadContext, LogSource, StoredLine } from '#server/sources/interface.ts';

export type ContainerLines = { lines: StoredLine[]; isCut: boolean };

type Asked = {
  namespace: string;
  pod: string;
  container: string;
  previous: boolean;
  tail: number;
  window: { fromMs: number; toMs: number; isPast: boolean };
  /** Of text that is kept; what is older is left out, and said so. */
  mostBytes?: number;
  patienceMs?: number;
};

/**
 * The newest lines of a container within a window. Kubernetes takes no end: of a window that is over, all lines since its
 * start are read up to the first one after it; of one that ends now, the newest are asked for.
 * @throws ViglaError `source_timeout` for a log that is too long to be read through
 */
export async function loadContainerLines(
  logs: LogSource,
  asked: Asked,
  { signal }: LoadContext,
): Promise<ContainerLines> {
  const { namespace, pod, container, previous, tail, window } = asked;
  const { mostBytes = 8_000_000, patienceMs = 20_000 } = asked;
  const timeout = AbortSignal.timeout(patienceMs);
  const kept: StoredLine[] = [];
  let bytes = 0;
  let isCut = false;
  // One more than asked tells whether there were more.
  const tailLines = window.isPast ? undefined : tail + 1;
  const question = { namespace, pod, container, previous, tailLines, fromMs: window.fromMs };
  try {
    reading: for await (const batch of logs.read(question, AbortSignal.any([signal, timeout]))) {
      for (const line of batch) {
        if (line.atMs !== undefined && line.atMs > window.toMs) break reading;
        kept.push(line);
        bytes += line.text.length;
        while (kept.length > tail || bytes > mostBytes) {
          bytes -= kept.shift()?.text.length ?? 0;
          isCut = true;
        }
      }
    }
    timeout.throwIfAborted();
  } catch (error) {
    throw timeout.aborted && !signal.aborted ? tooLong(asked, patienceMs, error) : error;
  }
  signal.throwIfAborted();
  return { lines: kept, isCut };
}

function tooLong({ pod, container }: Asked, patienceMs: number, cause: unknown): ViglaError {
  return new ViglaError(
    'source_timeout',
    `The log of container ${container} of pod ${pod} was not read within ${patienceMs / 1000} s. Choose a shorter range, or one that is not so long ago.`,
    { cause },
  );
}

/** A log that is not there (yet, or any more) is no failure of the source. */
export function isAbsent(error: unknown): boolean {
  return error instanceof ViglaError && error.code === 'not_found';
}
