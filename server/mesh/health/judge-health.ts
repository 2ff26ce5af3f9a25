import type { Evidence } from '#lib/contract/evidence.ts';
import type { Health } from '#lib/contract/health.ts';
import { formatFigure, formatShare } from './format-figures.ts';
import { type Direction, judgeRates } from './judge-rates.ts';
import { areTooFew, fault, nameResponses, type ResponseFigure, shareOf } from './judged-share.ts';
import { mergeHealth } from './merge-health.ts';
import {
  defaultThresholds,
  type LowerTolerance,
  type Thresholds,
  type UpperTolerance,
} from './thresholds.ts';

/** Traffic in one direction as one side saw it. What was not measured is absent. */
export type TrafficFigures = {
  /** Completes "… of requests", e.g. `from reviews-v2`. */
  subject: string;
  requestsPerSecond?: number;
  /** 5xx, no response and gRPC errors. */
  errorsPerSecond?: number;
  clientErrorsPerSecond?: number;
  /** Which responses the failures are, to name them. */
  failures?: readonly ResponseFigure[];
  clientErrors?: readonly ResponseFigure[];
  responseTimeP95Ms?: number;
  /** Of the window; without it no minimum can be asked for. */
  requestCount?: number;
  direction?: Direction;
  /** Every answer by code: needed only where codes have tolerances of their own. */
  answers?: readonly (ResponseFigure & { protocol: string })[];
  tcp?: { bytesPerSecond?: number; connectionsOpenedPerSecond?: number };
  /** The series behind the figures. */
  evidence?: readonly Evidence[];
};

/**
 * Health of traffic by its own figures: healthy, degraded or failing with a sentence for each fault; idle where nothing
 * was sent. Without any figure it is unknown.
 */
export function judgeHealth(figures: TrafficFigures, thresholds: Thresholds = defaultThresholds): Health {
  let faults: Health[] | undefined;
  for (const judge of judges) {
    const health = judge(figures, thresholds);
    if (health !== undefined) faults = [...(faults ?? []), health];
  }
  return faults === undefined ? faultless[statusWithoutFault(figures)] : mergeHealth(faults);
}

/** In the order in which their sentences stand; each answers a fault or nothing. */
const judges: readonly ((figures: TrafficFigures, thresholds: Thresholds) => Health | undefined)[] = [
  judgeRates,
  judgeFailures,
  judgeClientErrors,
  judgeResponseTime,
  judgeTcpBytes,
  judgeTcpConnections,
];

/** One for all: a large picture has thousands of healthy edges. */
const faultless = {
  healthy: Object.freeze<Health>({ status: 'healthy', reasons: [] }),
  idle: Object.freeze<Health>({ status: 'idle', reasons: [] }),
  unknown: Object.freeze<Health>({ status: 'unknown', reasons: [] }),
};

function statusWithoutFault({
  requestsPerSecond: requests,
  tcp,
}: TrafficFigures): 'healthy' | 'idle' | 'unknown' {
  const bytes = tcp?.bytesPerSecond;
  const opened = tcp?.connectionsOpenedPerSecond;
  if (requests === undefined && bytes === undefined && opened === undefined) return 'unknown';
  return (requests ?? 0) > 0 || (bytes ?? 0) > 0 || (opened ?? 0) > 0 ? 'healthy' : 'idle';
}

function judgeFailures(figures: TrafficFigures, thresholds: Thresholds): Health | undefined {
  if (thresholds.rates !== undefined || areTooFew(figures, thresholds)) return undefined;
  const share = shareOf(figures.errorsPerSecond, figures.requestsPerSecond);
  if (share === undefined || share <= thresholds.failedRequests.degradedAbove) return undefined;
  const status = share >= thresholds.failedRequests.failingFrom ? 'failing' : 'degraded';
  const text = `${formatShare(share)} of requests ${figures.subject} fail${nameResponses(figures.failures)}`;
  return fault(status, text, figures);
}

function judgeClientErrors(figures: TrafficFigures, thresholds: Thresholds): Health | undefined {
  if (thresholds.rates !== undefined || areTooFew(figures, thresholds)) return undefined;
  const share = shareOf(figures.clientErrorsPerSecond, figures.requestsPerSecond);
  if (share === undefined || share < thresholds.clientErrors.degradedFrom) return undefined;
  const named = nameResponses(figures.clientErrors);
  return fault(
    'degraded',
    `${formatShare(share)} of requests ${figures.subject} are refused as the caller's error${named}`,
    figures,
  );
}

function judgeResponseTime(figures: TrafficFigures, thresholds: Thresholds): Health | undefined {
  if (areTooFew(figures, thresholds)) return undefined;
  const status = aboveStatus(figures.responseTimeP95Ms, thresholds.responseTimeP95Ms);
  if (status === undefined) return undefined;
  const text = `95 % of requests ${figures.subject} take up to ${formatFigure(figures.responseTimeP95Ms ?? 0)} ms, more than the ${limitOf(thresholds.responseTimeP95Ms, status)} ms configured`;
  return fault(status, text, figures);
}

function judgeTcpBytes(
  { subject, tcp, evidence }: TrafficFigures,
  { tcp: tolerances }: Thresholds,
): Health | undefined {
  const tolerance = tolerances?.bytesPerSecond;
  const status = belowStatus(tcp?.bytesPerSecond, tolerance);
  if (status === undefined) return undefined;
  const limit = status === 'failing' ? tolerance?.failingBelow : tolerance?.degradedBelow;
  const text = `TCP traffic ${subject} is ${formatFigure(tcp?.bytesPerSecond ?? 0)} B/s, less than the ${limit} B/s configured`;
  return fault(status, text, { evidence });
}

function judgeTcpConnections(
  { subject, tcp, evidence }: TrafficFigures,
  { tcp: tolerances }: Thresholds,
): Health | undefined {
  const status = aboveStatus(tcp?.connectionsOpenedPerSecond, tolerances?.connectionsOpenedPerSecond);
  if (status === undefined) return undefined;
  const limit = limitOf(tolerances?.connectionsOpenedPerSecond, status);
  const text = `${formatFigure(tcp?.connectionsOpenedPerSecond ?? 0)} TCP connections ${subject} are opened a second, more than the ${limit} configured`;
  return fault(status, text, { evidence });
}

function aboveStatus(value: number | undefined, tolerance: UpperTolerance | undefined) {
  if (value === undefined || tolerance === undefined) return undefined;
  if (tolerance.failingFrom !== undefined && value >= tolerance.failingFrom) return 'failing';
  return value >= tolerance.degradedFrom ? 'degraded' : undefined;
}

function belowStatus(value: number | undefined, tolerance: LowerTolerance | undefined) {
  if (value === undefined || tolerance === undefined) return undefined;
  if (tolerance.failingBelow !== undefined && value < tolerance.failingBelow) return 'failing';
  return value < tolerance.degradedBelow ? 'degraded' : undefined;
}

function limitOf(tolerance: UpperTolerance | undefined, status: 'failing' | 'degraded'): number | undefined {
  return status === 'failing' ? tolerance?.failingFrom : tolerance?.degradedFrom;
}
