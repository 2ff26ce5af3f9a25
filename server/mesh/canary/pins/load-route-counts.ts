import { formatCount } from '#lib/format-count.ts';
import { messageOf } from '#server/errors.ts';
import { loadContainerLines } from '#server/mesh/logs/load-container-lines.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import type { SourceProxy } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import { countRoutes, type RouteCounts } from './count-routes.ts';
import { type LogWindow, timeWords } from './log-window.ts';

const newestLines = 2_000;

/** What the logs of one proxy told, or why nothing. */
export type ProxyRoutes = {
  counts?: RouteCounts;
  /** Epoch milliseconds: lines before it were not read. Absent where all of the window were. */
  sinceMs?: number | undefined;
  unread?: string;
};

type Asked = { split: Split; window: LogWindow; context: LoadContext };

/** The routes of the lines that a proxy wrote within a window; a log that cannot be read says why. */
export async function loadRouteCounts(
  logs: LogSource,
  { namespace, name: pod }: SourceProxy,
  { split, window, context }: Asked,
): Promise<ProxyRoutes> {
  const asked = { namespace, pod, container: 'istio-proxy', previous: false, tail: newestLines, window };
  try {
    const { lines, isCut } = await loadContainerLines(logs, asked, context);
    const counts = countRoutes(
      lines.map(({ text }) => text),
      split,
    );
    const sinceMs = isCut ? lines.find(({ atMs }) => atMs !== undefined)?.atMs : undefined;
    return { counts, sinceMs: sinceMs ?? (window.isShortened ? window.fromMs : undefined) };
  } catch (error) {
    context.signal.throwIfAborted();
    return { unread: messageOf(error) };
  }
}

/** Which lines were read, where they are not all of the window: `out of the newest 2,000 lines, from 18:02 UTC on`. */
export function limitWords(read: readonly ProxyRoutes[], nowMs: number): string | undefined {
  const since = read.flatMap(({ sinceMs }) => sinceMs ?? []);
  if (since.length === 0) return undefined;
  const ofEach = read.length > 1 ? ' of each' : '';
  return `out of the newest ${formatCount(newestLines)} lines${ofEach}, from ${timeWords(Math.max(...since), nowMs)} on`;
}
