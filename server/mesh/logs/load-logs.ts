import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { LogContainer, LogLine, Logs, LogsQuery } from '#lib/contract/logs.ts';
import type { TargetKind } from '#lib/target.ts';
import { messageOf } from '#server/errors.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import { chooseContainers } from './choose-containers.ts';
import { type ContainerLines, isAbsent, loadContainerLines } from './load-container-lines.ts';
import { loadLogTarget } from './load-log-target.ts';
import { logsCommand } from './logs-command.ts';
import { logsWarning, noLogsMessage } from './logs-warning.ts';
import { mergeLines } from './merge-lines.ts';
import { lineIds, parseLine } from './parse-line.ts';
import { lineMatcher } from './search/line-matcher.ts';

/** The newest lines of a workload's pods within a window, in one order of time. */
export async function loadWorkloadLogs(query: LogsQuery, context: LoadContext) {
  return loadLogs('workload', query, context);
}

export async function loadServiceLogs(query: LogsQuery, context: LoadContext) {
  return loadLogs('service', query, context);
}

export async function loadApplicationLogs(query: LogsQuery, context: LoadContext) {
  return loadLogs('application', query, context);
}

type Window = { fromMs: number; toMs: number; isPast: boolean };
type ReadContainer = { container: LogContainer; lines: LogLine[]; warnings: Warning[] };

async function loadLogs(kind: TargetKind, query: LogsQuery, context: LoadContext): Promise<Answer<Logs>> {
  const matches = lineMatcher(query);
  const endSeconds = windowEnd(query.at, context.nowSeconds);
  const window = {
    fromMs: (endSeconds - query.range) * 1000,
    // What was written while the page asked belongs to a window that ends now.
    toMs: query.at === 'now' ? Number.POSITIVE_INFINITY : endSeconds * 1000,
    isPast: query.at !== 'now',
  };
  const target = await loadLogTarget(kind, query, context);
  const { previous } = query;
  const chosen = chooseContainers(target.pods, { asked: query.containers, previous });
  const logs = context.sources.logs;
  const read =
    logs === undefined
      ? chosen.containers.map((container) => ({
          container: { ...container, isRead: false },
          lines: [],
          warnings: [],
        }))
      : await Promise.all(
          chosen.containers.map((container) => readContainer(logs, { container, query, window }, context)),
        );
  const lines = mergeLines(read.map((one) => one.lines)).filter(({ text }) => matches(text));
  return {
    data: {
      containers: read.map(({ container }) => container),
      lines,
      joined: {
        byRequestId: 0,
        byTraceId: 0,
        byTime: 0,
        without: lines.filter(({ access }) => access !== undefined).length,
      },
      command: logsCommand({
        ...query,
        selector: target.selector,
        chosen: query.containers?.split(',') ?? [],
        since: window.isPast
          ? `--since-time=${new Date(window.fromMs).toISOString()}`
          : `--since=${query.range}s`,
      }),
    },
    warnings: [
      ...target.warnings,
      ...chosen.warnings,
      ...(logs === undefined ? [logsWarning('logs_missing', noLogsMessage)] : []),
      ...read.flatMap(({ warnings }) => warnings),
    ],
  };
}

async function readContainer(
  logs: LogSource,
  { container, query, window }: { container: LogContainer; query: LogsQuery; window: Window },
  context: LoadContext,
): Promise<ReadContainer> {
  if (!container.isRead) return { container, lines: [], warnings: [] };
  const { namespace, previous, tail } = query;
  const asked = { namespace, pod: container.pod, container: container.container, previous, tail, window };
  try {
    return parsed(container, namespace, await loadContainerLines(logs, asked, context));
  } catch (error) {
    context.signal.throwIfAborted();
    const code = isAbsent(error) ? 'log_absent' : 'log_unread';
    return {
      container: { ...container, isRead: false },
      lines: [],
      warnings: [logsWarning(code, messageOf(error))],
    };
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
