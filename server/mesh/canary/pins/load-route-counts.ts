import { formatCount } from '#lib/format-count.ts';
import { messageOf } from '#server/errors.ts';
import type { ContainerLines } from '#server/mesh/logs/load-container-lines.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import type { SourceProxy } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import { countRoutes, type RouteCounts } from './count-routes.ts';
import { loadProxyLines, newestLines } from './load-proxy-lines.ts';
import { type LogWindow, timeWords } from './log-window.ts';

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
  proxy: SourceProxy,
  { split, window, context }: Asked,
): Promise<ProxyRoutes> {
  const read = await linesOrReason(loadProxyLines(logs, proxy, { window, context }), context);
  if ('unread' in read) return read;
  const { lines, isCut } = read;
  const counts = countRoutes(
    lines.map(({ text }) => text),
    split,
  );
  const sinceMs = isCut ? lines.find(({ atMs }) => atMs !== undefined)?.atMs : undefined;
  return { counts, sinceMs: sinceMs ?? (window.isShortened ? window.fromMs : undefined) };
}

async function linesOrReason(
  reading: Promise<ContainerLines>,
  { signal }: LoadContext,
): Promise<ContainerLines | { unread: string }> {
  try {
    return await reading;
  } catch (error) {
    signal.throwIfAborted();
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
