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
};

/** Nobody reads more of one container at once; what is older is left out, and said so. */
const mostBytes = 8_000_000;

/**
 * The newest lines of a container within a window. Kubernetes takes no end: of a window that is over, all lines since its
 * start are read up to the first one after it; of one that ends now, the newest are asked for.
 */
export async function loadContainerLines(
  logs: LogSource,
  { namespace, pod, container, previous, tail, window }: Asked,
  { signal }: LoadContext,
): Promise<ContainerLines> {
  const done = new AbortController();
  const kept: StoredLine[] = [];
  let bytes = 0;
  let isCut = false;
  // One more than asked tells whether there were more.
  const tailLines = window.isPast ? undefined : tail + 1;
  const question = { namespace, pod, container, previous, tailLines, fromMs: window.fromMs };
  reading: for await (const batch of logs.read(question, AbortSignal.any([signal, done.signal]))) {
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
  done.abort();
  signal.throwIfAborted();
  return { lines: kept, isCut };
}

/** A log that is not there (yet, or any more) is no failure of the source. */
export function isAbsent(error: unknown): boolean {
  return error instanceof ViglaError && error.code === 'not_found';
}
