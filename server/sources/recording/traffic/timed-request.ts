import type { Exchange } from '../model/exchange.ts';
import { uniform } from '../model/hash.ts';
import { durationMs } from '../model/metrics.ts';
import type { Model } from '../model/model.ts';
import { type ModelledHop, requestAt } from '../model/request-at.ts';
import type { Report, Size } from '../model/step.ts';
import type { RequestKey } from './request-ids.ts';
import { isSampled } from './sampling.ts';

/** One report of a proxy with its place in time; epoch milliseconds. */
export type TimedReport = { report: Report; startMs: number; durationMs: number };

/** A call with the times at which each side saw it. */
export type TimedHop = {
  exchange: Exchange;
  /** Index of the hop during which it was made. */
  parent: number | undefined;
  /** Its number among its like: picks the callee's pod, and ports. */
  number: number;
  /** Picks the caller's pod: the one that serves the request during which the call is made. */
  callerNumber: number;
  size: Size | undefined;
  /** What the caller's proxy reports, if it has one and counts this. */
  source: TimedReport | undefined;
  /** What the callee's proxy reports, try after try. */
  tries: readonly TimedReport[];
  /** When the caller began and ended, whether anybody reported it or not. */
  startMs: number;
  endMs: number;
  /** Time in which the callee was at work. */
  served: { startMs: number; durationMs: number };
};
export type TimedRequest = {
  key: RequestKey;
  flowName: string;
  atMs: number;
  isSampled: boolean;
  hops: readonly TimedHop[];
};

/** Half of the time between two proxies. */
const oneWayMs = 0.55;

/** A modelled request laid out in time: calls inside the time of what made them, tries one after the other. */
export function timedRequest(model: Model, key: RequestKey): TimedRequest | undefined {
  const flow = model.flows[key.flow];
  if (flow === undefined) return undefined;
  const { atSeconds, hops } = requestAt(flow, key.number);
  const atMs = atSeconds * 1000;
  return {
    key,
    flowName: flow.name,
    atMs,
    isSampled: isSampled(flow.name, key.number),
    hops: timedHops(hops, atMs),
  };
}

/** Hops come after those during which they were made. */
export function timedHops(hops: readonly ModelledHop[], atMs: number): TimedHop[] {
  const timed: TimedHop[] = [];
  for (const hop of hops) {
    const { exchange } = hop;
    if (exchange === undefined)
      throw new Error(`${hop.names.join(' > ')} does not say what it is on the wire`);
    const parent = hop.parent === undefined ? undefined : timed[hop.parent];
    timed.push({
      ...timedHop(hop, exchange, parent?.served ?? { startMs: atMs, durationMs: 0 }),
      callerNumber: parent?.number ?? hop.number,
    });
  }
  return timed;
}

function timedHop(
  hop: ModelledHop,
  exchange: Exchange,
  during: TimedHop['served'],
): Omit<TimedHop, 'callerNumber'> {
  const { number, parent, size, reports } = hop;
  const latencyMs = hop.latencyMs ?? connectionMs(number, during.durationMs);
  const sourceReport = reports.find(({ labels }) => labels.reporter === 'source');
  const tryReports = reports
    .filter(({ labels }) => labels.reporter === 'destination')
    .flatMap((report) => Array.from({ length: report.times }, () => report));
  const wholeMs = sourceReport === undefined ? latencyMs + 2 * oneWayMs : durationMs(latencyMs, sourceReport);
  const idleMs = Math.max(0, during.durationMs - wholeMs);
  const startMs = during.startMs + idleMs * (0.3 + 0.3 * uniform(2, 0, number));
  const endMs = startMs + wholeMs;
  const tryMs = tryReports.map((report) => durationMs(latencyMs, report));
  const spareMs = wholeMs - 2 * oneWayMs - tryMs.reduce((sum, one) => sum + one, 0);
  const pauseMs = tryMs.length > 1 ? spareMs / (tryMs.length - 1) : 0;
  // What a caller waits for before its only try (an injected delay) comes before the try.
  let at = startMs + oneWayMs + (tryMs.length > 1 ? 0 : spareMs);
  const tries = tryReports.map((report, index) => {
    const duration = tryMs[index] ?? 0;
    const timed = { report, startMs: at, durationMs: duration };
    at += duration + pauseMs;
    return timed;
  });
  const last = tries.at(-1);
  return {
    exchange,
    parent,
    number,
    size,
    source: sourceReport === undefined ? undefined : { report: sourceReport, startMs, durationMs: wholeMs },
    tries,
    startMs,
    endMs,
    served: last ?? { startMs: startMs + oneWayMs, durationMs: latencyMs },
  };
}

/** How long a connection is open, which nothing counts: a part of the time of the request that opened it. */
function connectionMs(number: number, duringMs: number): number {
  const part = 0.2 + 0.5 * uniform(2, 1, number);
  return duringMs > 0 ? Math.max(0.1, duringMs * part - 2 * oneWayMs) : 40 * part;
}
