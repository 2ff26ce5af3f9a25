import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { once } from '../once.ts';
import { samplingWords } from '../traffic/sampling.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { modelledTraces } from './modelled-traces.ts';
import type { RecordedTraces } from './recorded-traces.ts';

/** The spans that were really recorded, and traces of the modelled requests, as one store of traces. */
export function recordedTraceSource(input: {
  traffic: () => Promise<Traffic>;
  recorded: () => Promise<RecordedTraces>;
  /** Before this the mesh has no history. */
  startSeconds: number;
  now: () => number;
}): TraceSource {
  const { traffic, recorded, startSeconds, now } = input;
  const modelled = once(async () => modelledTraces(await traffic(), now));
  return {
    services: async () => {
      const names = [...(await modelled()).services(), ...(await recorded()).services];
      return [...new Set(names)].sort();
    },
    search: async (asked) => {
      const search = {
        ...asked,
        fromMs: Math.max(asked.fromMs, startSeconds * 1000),
        toMs: Math.min(asked.toMs, now()),
      };
      const found = (await modelled()).search(search);
      const all = [...found.traces, ...(await recorded()).search(search)];
      const newest = all.sort((one, other) => other.startMs - one.startMs).slice(0, search.limit);
      return {
        traces: newest,
        isCut: found.isCut || all.length > search.limit,
        asked: wordsOf(search),
        warnings: found.stoppedAtMs === undefined ? [] : [stoppedWords(found.stoppedAtMs)],
      };
    },
    trace: async (id) => {
      const spans = (await recorded()).trace(id) ?? (await modelled()).trace(id);
      return spans === undefined ? undefined : { spans, warnings: [] };
    },
    status: async () => ({ id: 'traces', state: 'ok', details: [samplingWords] }),
  };
}

function stoppedWords(stoppedAtMs: number): string {
  const at = new Date(stoppedAtMs).toISOString();
  return `The search stopped at ${at} because few requests match; older ones were not looked at. Choose a shorter range.`;
}

function wordsOf(search: TraceSearch): string {
  const { service, operation, tags, minDurationMs, maxDurationMs, errorsOnly, fromMs, toMs, limit } = search;
  const conditions = [
    ...(service === undefined ? [] : [`service = ${JSON.stringify(service)}`]),
    ...(operation === undefined ? [] : [`operation = ${JSON.stringify(operation)}`]),
    ...Object.entries(tags).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
    ...(errorsOnly ? ['error = "true"'] : []),
    ...(minDurationMs === undefined ? [] : [`duration >= ${minDurationMs}ms`]),
    ...(maxDurationMs === undefined ? [] : [`duration <= ${maxDurationMs}ms`]),
    `start in ${new Date(fromMs).toISOString()} .. ${new Date(toMs).toISOString()}`,
  ];
  return `${conditions.join(' and ')}, newest ${limit} first. ${samplingWords}`;
}
