import type { LogContainer, LogEvent, LogsFollowQuery } from '#lib/contract/logs.ts';
import type { TargetKind } from '#lib/target.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import { chooseContainers, nameOf } from './choose-containers.ts';
import { FollowQueue } from './follow-queue.ts';
import { loadLogTarget } from './load-log-target.ts';
import { noLogsMessage } from './logs-warning.ts';
import { lineIds, parseLine } from './parse-line.ts';
import { lineMatcher } from './search/line-matcher.ts';

type FollowContext = LoadContext & { lastEventId: string | undefined };
type FollowEvent = { data: LogEvent; id?: string };

/** New lines of a target's containers as they come, until the follower goes; pods that come later are joined in. */
export function followLogs(kind: TargetKind) {
  return (query: LogsFollowQuery, context: FollowContext) => followLines(kind, query, context);
}

/** How soon a new pod, or a container that runs again, is followed. */
const lookAgainMs = 5_000;

/** Containers do not report in step: who comes back is sent a little again, and knows lines by their ids. */
const overlapMs = 2_000;

type Follow = {
  logs: LogSource;
  query: LogsFollowQuery;
  queue: FollowQueue;
  matches: (text: string) => boolean;
  signal: AbortSignal;
};

async function followLines(
  kind: TargetKind,
  query: LogsFollowQuery,
  context: FollowContext,
): Promise<AsyncIterable<FollowEvent>> {
  const { sources, signal } = context;
  const matches = lineMatcher(query);
  const logs = sources.logs;
  if (logs === undefined) throw new ViglaError('not_found', noLogsMessage);
  const firstContainers = await readContainers(kind, query, context);
  const follow = { logs, query, queue: new FollowQueue(), matches, signal };
  const startMs = firstMs(query, context);
  /** Where to go on with each container: absent while it is being followed. */
  const restingFromMs = new Map<string, number>();
  const known = new Set<string>();

  function followNew(containers: readonly LogContainer[]): void {
    for (const container of containers) {
      const name = nameOf(container);
      if (!container.isRead || !isRunning(container)) continue;
      const fromMs = known.has(name) ? restingFromMs.get(name) : startMs;
      if (fromMs === undefined) continue;
      known.add(name);
      restingFromMs.delete(name);
      void followContainer(container, fromMs, follow).then((latestMs) => {
        if (latestMs !== undefined) restingFromMs.set(name, latestMs);
      });
    }
  }

  sayWhoRests(firstContainers, follow.queue);
  followNew(firstContainers);
  const timer = setInterval(() => {
    // What cannot be read now is asked for again at the next look; the containers under way do not depend on it.
    void readContainers(kind, query, context).then(followNew, () => undefined);
  }, lookAgainMs);
  const stop = () => {
    clearInterval(timer);
    follow.queue.close();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return withIds(follow.queue);
}

function firstMs(query: LogsFollowQuery, { lastEventId, sources }: FollowContext): number {
  const resumedMs = lastEventId === undefined ? Number.NaN : Number(lastEventId) - overlapMs;
  return Number.isFinite(resumedMs) ? resumedMs : (query.from ?? sources.now());
}

async function readContainers(kind: TargetKind, query: LogsFollowQuery, context: LoadContext) {
  const { pods } = await loadLogTarget(kind, query, context);
  return chooseContainers(pods, { asked: query.containers, previous: false }).containers;
}

function isRunning({ state }: LogContainer): boolean {
  return state === 'running' || state === 'unknown';
}

function sayWhoRests(containers: readonly LogContainer[], queue: FollowQueue): void {
  for (const container of containers) {
    if (!container.isRead || isRunning(container)) continue;
    const text = `Container ${container.container} of pod ${container.pod} is not running (${container.state}); it is followed once it does.`;
    queue.push(stateEvent(container, 'ended', text));
  }
}

/** Answers where to go on should the container run again; undefined where there is nothing to go on with. */
async function followContainer(
  container: LogContainer,
  fromMs: number,
  { logs, query, queue, matches, signal }: Follow,
): Promise<number | undefined> {
  const { pod, container: name } = container;
  const origin = { namespace: query.namespace, pod, container: name };
  const idOf = lineIds(origin);
  let latestMs = fromMs;
  queue.push(stateEvent(container, 'following', `Following ${name} of pod ${pod}.`));
  try {
    const question = { namespace: query.namespace, pod, container: name, fromMs, follow: true };
    for await (const batch of logs.read(question, signal)) {
      latestMs = batch.at(-1)?.atMs ?? latestMs;
      const lines = batch
        .map((line) => parseLine(line, origin, idOf(line)))
        .filter(({ text }) => matches(text));
      if (lines.length > 0) queue.push({ kind: 'lines', lines });
    }
    queue.push(stateEvent(container, 'ended', `Container ${name} of pod ${pod} has ended.`));
    return latestMs + 1;
  } catch (error) {
    if (!signal.aborted) queue.push(stateEvent(container, 'failed', messageOf(error)));
    return undefined;
  }
}

function stateEvent(
  { pod, container }: LogContainer,
  state: 'following' | 'ended' | 'failed',
  text: string,
): LogEvent {
  return { kind: 'container', pod, container, state, text };
}

async function* withIds(queue: FollowQueue): AsyncGenerator<FollowEvent> {
  let latestMs = 0;
  for await (const data of queue.events()) {
    if (data.kind === 'lines') for (const { atMs = 0 } of data.lines) latestMs = Math.max(latestMs, atMs);
    yield latestMs === 0 ? { data } : { data, id: String(latestMs) };
  }
}
