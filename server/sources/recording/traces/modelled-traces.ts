import type { Span, TraceSummary } from '#lib/contract/traces.ts';
import { summariseSpans } from '#lib/traces/summarise-spans.ts';
import type { TraceSearch } from '#server/sources/trace-source.ts';
import { arrivalOf } from '../model/arrivals.ts';
import { durationMs } from '../model/metrics.ts';
import { type StepStream, type Stream, withLatencyClass } from '../model/streams.ts';
import { latestFirst } from '../traffic/latest-first.ts';
import { type RequestKey, requestOfRequestId, requestOfTraceId } from '../traffic/request-ids.ts';
import { isSampled, samplerOf } from '../traffic/sampling.ts';
import { stepExample } from '../traffic/step-example.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { spansOfRequest } from './request-spans.ts';
import { couldHaveWantedSpan, hasWantedDuration, hasWantedSpan } from './span-match.ts';

/** How many requests a search looks at before it gives up. */
const mostLookedAt = 3000;
const mostBuilt = 700;

export type ModelledTraces = {
  services(): string[];
  search(search: TraceSearch): { traces: TraceSummary[]; isCut: boolean; stoppedAtMs: number | undefined };
  trace(id: string): Span[] | undefined;
};

/** Traces of the modelled requests; `now` keeps those unseen that have not ended. */
export function modelledTraces(traffic: Traffic, now: () => number): ModelledTraces {
  const { model, places, streams } = traffic;
  const examples = streams.map((stream) => ({ stream, spans: spansOfRequest(stepExample(stream), places) }));
  const traced = examples.filter(({ spans }) => spans.length > 0);

  function spansOf(key: RequestKey): Span[] | undefined {
    const request = traffic.request(key);
    if (request === undefined || !request.isSampled) return undefined;
    const spans = spansOfRequest(request, places);
    const hasEnded = spans.every(({ startMs, durationMs: lasted }) => startMs + lasted <= now());
    return spans.length > 0 && hasEnded ? spans : undefined;
  }

  /** The fewest requests among which everything wanted is. */
  function candidates(search: TraceSearch): readonly Stream[] {
    const flows = new Set(traced.map(({ stream }) => stream.flowIndex));
    const sampled = [...flows].flatMap((flowIndex) => sampledStream(traffic, flowIndex));
    const ofKind = traced
      .filter(({ spans }) => couldHaveWantedSpan(spans, search))
      .map(({ stream }) => stream);
    const ofDuration = traced.flatMap(({ stream }) =>
      stream.isNested ? [] : lastingStreams(stream, search),
    );
    const countOf = (some: readonly Stream[]) =>
      some.reduce(
        (sum, one) => sum + one.countUntil(search.toMs / 1000) - one.countUntil(search.fromMs / 1000),
        0,
      );
    const hasDuration = search.minDurationMs !== undefined || search.maxDurationMs !== undefined;
    const choices = [sampled, ofKind, ...(hasDuration ? [ofDuration] : [])];
    const counted = choices.map((some) => ({ some, count: countOf(some) }));
    return counted.reduce((least, one) => (one.count < least.count ? one : least)).some;
  }

  function found(key: RequestKey, search: TraceSearch): TraceSummary | undefined {
    const spans = spansOf(key);
    const summary = spans === undefined ? undefined : summariseSpans(spans);
    if (spans === undefined || summary === undefined) return undefined;
    const isInside = summary.startMs >= search.fromMs && summary.startMs <= search.toMs;
    const isWanted = isInside && hasWantedDuration(summary, search) && hasWantedSpan(spans, search);
    return isWanted ? summary : undefined;
  }

  return {
    services: () => [...new Set(traced.flatMap(({ spans }) => spans.map(({ service }) => service)))],
    search(search) {
      const asked = search.tags['guid:x-request-id'];
      if (asked !== undefined) {
        const key = requestOfRequestId(asked);
        const summary = key === undefined ? undefined : found(key, search);
        return { traces: summary === undefined ? [] : [summary], isCut: false, stoppedAtMs: undefined };
      }
      const traces: TraceSummary[] = [];
      const window = { fromSeconds: search.fromMs / 1000, toSeconds: search.toMs / 1000 };
      let lookedAt = 0;
      let built = 0;
      for (const { flowIndex, number, atSeconds } of latestFirst(candidates(search), window)) {
        if (lookedAt === mostLookedAt || built === mostBuilt) {
          return { traces, isCut: false, stoppedAtMs: atSeconds * 1000 };
        }
        lookedAt += 1;
        if (!isSampled(model.flows[flowIndex]?.name ?? '', number)) continue;
        built += 1;
        const summary = found({ flow: flowIndex, number }, search);
        if (summary === undefined) continue;
        if (traces.length === search.limit) return { traces, isCut: true, stoppedAtMs: undefined };
        traces.push(summary);
      }
      return { traces, isCut: false, stoppedAtMs: undefined };
    },
    trace(id) {
      const key = requestOfTraceId(id);
      return key === undefined ? undefined : spansOf(key);
    },
  };
}

function sampledStream({ model }: Traffic, flowIndex: number): Stream[] {
  const flow = model.flows[flowIndex];
  if (flow === undefined) return [];
  const sampler = samplerOf(flow.name);
  return [
    {
      flow,
      flowIndex,
      countUntil: (seconds) => sampler.markedAmong(flow.arrivalsUntil(seconds)),
      requestOf(index, within) {
        const number = sampler.placeOf(index, true);
        return { number, atSeconds: arrivalOf(flow, number, within)[1] };
      },
    },
  ];
}

/** The parts of a root's stream that last as long as is wanted. */
function lastingStreams(stream: StepStream, search: TraceSearch): Stream[] {
  const [report] = stream.step.reports;
  const { minDurationMs = 0, maxDurationMs = Number.POSITIVE_INFINITY } = search;
  if (report === undefined) return [];
  return stream.step.latency.classes.flatMap(({ value }, index) => {
    const lasted = durationMs(value, report);
    return lasted >= minDurationMs && lasted <= maxDurationMs ? [withLatencyClass(stream, index)] : [];
  });
}
