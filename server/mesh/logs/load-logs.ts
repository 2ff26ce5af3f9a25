import type { Answer } from '#lib/contract/envelope.ts';
import type { Logs, LogsQuery } from '#lib/contract/logs.ts';
import type { TargetKind } from '#lib/target.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { chooseContainers } from './choose-containers.ts';
import { loadContainers, logWindow } from './load-containers.ts';
import { loadLogTarget } from './load-log-target.ts';
import { logsCommand } from './logs-command.ts';
import { mergeLines } from './merge-lines.ts';
import { lineMatcher } from './search/line-matcher.ts';
import { joinSpans } from './spans/join-spans.ts';
import { loadSpans } from './spans/load-spans.ts';

/** The newest lines of a target's pods within a window, in one order of time, with spans beside the access lines. */
export function loadLogs(kind: TargetKind) {
  return (query: LogsQuery, context: LoadContext) => loadLines(kind, query, context);
}

/** Traces whose spans are looked at for the whole list; a single line's request can be asked for by its id. */
const mostTraces = 25;

async function loadLines(kind: TargetKind, query: LogsQuery, context: LoadContext): Promise<Answer<Logs>> {
  const matches = lineMatcher(query);
  const window = logWindow(query, context);
  const target = await loadLogTarget(kind, query, context);
  const { containers: asked, namespace, previous } = query;
  const chosen = chooseContainers(target.pods, { asked, previous });
  const [containers, spans] = await Promise.all([
    loadContainers(chosen.containers, { query, window }, context),
    loadSpans(
      {
        kind,
        target: query,
        inventory: target.inventory,
        fromMs: window.fromMs,
        toMs: Math.min(window.toMs, context.sources.now()),
        limit: mostTraces,
        byKnownNames: false,
      },
      context,
    ),
  ]);
  const merged = mergeLines(containers.read.map(({ lines }) => lines));
  const { lines, joined } = joinSpans(
    merged.filter(({ text }) => matches(text)),
    spans.spans,
    namespace,
  );
  const hasAccessLines = lines.some(({ access }) => access !== undefined);
  return {
    data: {
      containers: containers.read.map(({ container }) => container),
      lines,
      joined,
      command: logsCommand({
        ...query,
        selector: target.selector,
        chosen: asked?.split(',') ?? [],
        since: window.isPast
          ? `--since-time=${new Date(window.fromMs).toISOString()}`
          : `--since=${query.range}s`,
      }),
    },
    warnings: [
      ...target.warnings,
      ...chosen.warnings,
      ...containers.warnings,
      ...(hasAccessLines ? spans.warnings : []),
    ],
  };
}
