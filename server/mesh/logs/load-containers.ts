import type { Warning } from '#lib/contract/envelope.ts';
import type { LogContainer, LogLine, LogsQuery } from '#lib/contract/logs.ts';
import { messageOf } from '#server/errors.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import { type ContainerLines, isAbsent, loadContainerLines } from './load-container-lines.ts';
import { logsWarning, noLogsMessage } from './logs-warning.ts';
import { lineIds, parseLine } from './parse-line.ts';
import { type Share, shareOfEach } from './share-of-each.ts';

export type LogWindow = { fromMs: number; toMs: number; isPast: boolean };
export type ReadContainer = { container: LogContainer; lines: LogLine[]; warnings: Warning[] };

/** What was written while the page asked belongs to a window that ends now. Throws `bad_parameter` for a time to come. */
export function logWindow({ range, at }: LogsQuery, { nowSeconds }: LoadContext): LogWindow {
  const endSeconds = windowEnd(at, nowSeconds);
  const isPast = at !== 'now';
  return {
    fromMs: (endSeconds - range) * 1000,
    toMs: isPast ? endSeconds * 1000 : Number.POSITIVE_INFINITY,
    isPast,
  };
}

/** The lines of each container that is to be read. One that cannot be read is a warning beside the others. */
export async function loadContainers(
  containers: readonly LogContainer[],
  asked: { query: LogsQuery; window: LogWindow },
  context: LoadContext,
): Promise<{ read: ReadContainer[]; warnings: Warning[] }> {
  const logs = context.sources.logs;
  if (logs === undefined) {
    const read = containers.map((one) => ({ container: { ...one, isRead: false }, lines: [], warnings: [] }));
    return { read, warnings: [logsWarning('logs_missing', noLogsMessage)] };
  }
  const share = shareOfEach(asked.query.tail, containers.filter(({ isRead }) => isRead).length);
  const read = await Promise.all(
    containers.map((one) => readContainer(logs, one, { ...asked, share, context })),
  );
  const cut = share.warning === undefined ? [] : [logsWarning('tail_cut', share.warning)];
  return { read, warnings: [...cut, ...read.flatMap(({ warnings }) => warnings)] };
}

type Reading = { query: LogsQuery; window: LogWindow; share: Share; context: LoadContext };

async function readContainer(
  logs: LogSource,
  container: LogContainer,
  { query, window, share, context }: Reading,
): Promise<ReadContainer> {
  if (!container.isRead) return { container, lines: [], warnings: [] };
  const { namespace, previous } = query;
  const { tail, mostBytes } = share;
  const { pod, container: name } = container;
  const asked = { namespace, pod, container: name, previous, tail, mostBytes, window };
  try {
    return parsed(container, namespace, await loadContainerLines(logs, asked, context));
  } catch (error) {
    context.signal.throwIfAborted();
    const code = isAbsent(error) ? 'log_absent' : 'log_unread';
    const warnings = [logsWarning(code, messageOf(error))];
    return { container: { ...container, isRead: false }, lines: [], warnings };
  }
}

function parsed(container: LogContainer, namespace: string, { lines, isCut }: ContainerLines): ReadContainer {
  const origin = { namespace, pod: container.pod, container: container.container };
  const idOf = lineIds(origin);
  return {
    container: { ...container, lineCount: lines.length, isCut },
    lines: lines.map((line) => parseLine(line, origin, idOf(line))),
    warnings: [],
  };
}
