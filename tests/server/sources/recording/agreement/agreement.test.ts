import { beforeAll, describe, expect, test } from 'vitest';
import type { Span } from '#lib/contract/traces.ts';
import { receiverLines, senderLines } from '#server/sources/recording/logs/access-line.ts';
import { incidentTargets } from '#server/sources/recording/model/behaviours.ts';
import { bucketBounds } from '#server/sources/recording/model/bounds.ts';
import { hourAt, incidentOfHour } from '#server/sources/recording/model/incidents.ts';
import type { Workload } from '#server/sources/recording/model/workloads.ts';
import { spansOfRequest } from '#server/sources/recording/traces/request-spans.ts';
import type { TimedRequest } from '#server/sources/recording/traffic/timed-request.ts';
import { recordedRequests } from '#tests/support/recorded-requests.ts';
import { recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';
import { callerOf, readLine, serviceOf, workloadsByAddress } from './read-line.ts';
import { Tally } from './tally.ts';

const wanted = 10_000;
const metrics = { http: new Tally(), tcp: new Tally(), buckets: new Tally() };
const lines = { http: new Tally(), tcp: new Tally(), copies: new Tally(), refused: 0 };
const spans = { http: new Tally(), buckets: new Tally() };
let requestCount = 0;

function bucketOf(ms: number): string {
  return String(bucketBounds.find((bound) => ms <= bound) ?? '+Inf');
}

function tallyMetrics(
  counters: Awaited<ReturnType<typeof recordedCounters>>,
  from: number,
  to: number,
): void {
  const grown = (metric: string, take: (labels: Readonly<Record<string, string>>, count: number) => void) => {
    for (const { labels, valueAt } of counters.series(metric)) take(labels, valueAt(to) - valueAt(from));
  };
  const endsOf = (labels: Readonly<Record<string, string>>) => {
    const isSource = labels.reporter === 'source';
    const to = isSource ? labels.destination_service : labels.destination_workload;
    return `${labels.reporter} ${labels.source_workload} > ${to}`;
  };
  grown('istio_requests_total', (labels, count) =>
    metrics.http.add(`${endsOf(labels)} ${labels.response_code} ${labels.response_flags}`, count),
  );
  grown('istio_tcp_connections_opened_total', (labels, count) => {
    const isSource = labels.reporter === 'source';
    metrics.tcp.add(
      `${labels.reporter} ${isSource ? labels.source_workload : labels.destination_workload}`,
      count,
    );
  });
  grown('istio_request_duration_milliseconds_bucket', (labels, count) => {
    const bounds = [...bucketBounds.map(String), '+Inf'];
    const above = bounds[bounds.indexOf(labels.le ?? '') + 1];
    const key = `${endsOf(labels)} ${labels.response_code} ${labels.response_flags}`;
    metrics.buckets.add(`${key} le ${labels.le}`, count);
    // Buckets are cumulative.
    if (above !== undefined) metrics.buckets.add(`${key} le ${above}`, -count);
  });
}

function tallyLines(
  request: TimedRequest,
  traffic: Awaited<ReturnType<typeof recordedRequests>>,
  byAddress: Map<string, Workload>,
) {
  for (const hop of request.hops) {
    const { caller, callee, isMirrored } = hop.exchange.wire;
    for (const { text } of senderLines(request, hop, traffic.places)) {
      const line = readLine(text);
      if (line.request === '- - -') lines.tcp.add(`source ${caller.name}`);
      else lines.http.add(`source ${caller.name} > ${serviceOf(line)} ${line.code} ${line.flags}`);
    }
    for (const { text } of receiverLines(request, hop, traffic.places)) {
      const line = readLine(text);
      const from = callerOf(line, byAddress);
      const key = `destination ${from} > ${callee?.name} ${line.code} ${line.flags}`;
      if (line.flags === 'NR') lines.refused += 1;
      else if (line.request === '- - -') lines.tcp.add(`destination ${callee?.name}`);
      else lines.http.add(key);
      if (isMirrored) lines.copies.add(key);
    }
  }
}

function workloadOfNode(span: Span | undefined, byAddress: Map<string, Workload>): string {
  const [, address = ''] = span?.attributes.node_id?.split('~') ?? [];
  return byAddress.get(address)?.name ?? 'unknown';
}

function tallySpans(found: readonly Span[], byAddress: Map<string, Workload>): void {
  const byId = new Map(found.map((span) => [span.spanId, span]));
  for (const span of found) {
    const { attributes, kind, parentSpanId = '', durationMs } = span;
    // The tries of a gateway: the metrics count the request that they are made for.
    if (attributes.node_id === undefined) continue;
    const code = attributes['http.status_code'] ?? '';
    const flags = attributes.response_flags ?? '';
    const own = workloadOfNode(span, byAddress);
    const isReceiver = kind === 'server' && attributes.upstream_cluster?.startsWith('inbound') === true;
    const above = byId.get(parentSpanId);
    const sender = above?.attributes.node_id === undefined ? byId.get(above?.parentSpanId ?? '') : above;
    const authority = new URL(attributes['http.url'] ?? '').host;
    const service = serviceOf({ cluster: attributes.upstream_cluster ?? '-', flags, code, authority });
    const ends = isReceiver
      ? `destination ${workloadOfNode(sender, byAddress)} > ${own}`
      : `source ${own} > ${service}`;
    spans.http.add(`${ends} ${code} ${flags}`);
    spans.buckets.add(`${ends} ${code} ${flags} le ${bucketOf(durationMs)}`);
  }
}

beforeAll(async () => {
  const traffic = await recordedRequests();
  const { model, places } = traffic;
  const hours = Array.from({ length: 48 }, (_, index) => hourAt(recordedNowSeconds) - 1 - index);
  const incident = hours
    .map((hour) => incidentOfHour(model.seed, hour, incidentTargets))
    .find(({ target }) => target === 'bookinfo/reviews-v3');
  if (incident === undefined) throw new Error('no incident of reviews-v3 in two days');
  // As many requests as are wanted, the incident in the middle of them.
  const countUntil = (seconds: number) =>
    model.flows.reduce((sum, flow) => sum + flow.arrivalsUntil(seconds), 0);
  const from = incident.startSeconds - 120;
  let to = from;
  while (countUntil(to) - countUntil(from) < wanted) to += 1;
  const byAddress = workloadsByAddress(
    traffic.streams.flatMap(({ step }) => {
      const { caller, callee } = step.exchange?.wire ?? {};
      return [caller, callee].filter((workload) => workload !== undefined);
    }),
    places,
  );
  for (const [flow, { arrivalsUntil }] of model.flows.entries()) {
    for (let number = arrivalsUntil(from); number < arrivalsUntil(to); number++) {
      const request = traffic.request({ flow, number });
      if (request === undefined) throw new Error('a request is missing');
      requestCount += 1;
      tallyLines(request, traffic, byAddress);
      tallySpans(spansOfRequest(request, places), byAddress);
    }
  }
  tallyMetrics(await recordedCounters(), from, to);
  console.info(
    `${requestCount} requests: ${metrics.http.total} counted over HTTP in ${metrics.http.size} kinds, ` +
      `${lines.http.total} lines, ${spans.http.total} spans and ${lines.copies.total} copies without one; ` +
      `${metrics.tcp.total} connections counted, ${lines.tcp.total} lines; ${lines.refused} refused at the door`,
  );
}, 120_000);

describe('ten thousand requests around an incident', () => {
  test('leave as many lines as the metrics count, for each caller, callee, code and flags', () => {
    expect(requestCount).toBeGreaterThanOrEqual(wanted);
    expect(metrics.http.size).toBeGreaterThan(60);
    expect(lines.http.toObject()).toEqual(metrics.http.toObject());
  });

  test('leave as many spans, but for copies, which no proxy traces', () => {
    expect(lines.copies.total).toBeGreaterThan(10);
    expect(spans.http.addAll(lines.copies).toObject()).toEqual(metrics.http.toObject());
  });

  test('have spans whose durations lie in the buckets in which the metrics count them', () => {
    const withoutCopies = (counts: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(counts).filter(
          ([key, count]) => count !== 0 && !/^destination \S+ > ratings-v2 /.test(key),
        ),
      );
    expect(withoutCopies(spans.buckets.toObject())).toEqual(withoutCopies(metrics.buckets.toObject()));
  });

  test('open as many connections as there are lines of TCP, and nothing counts what was refused', () => {
    expect(lines.tcp.toObject()).toEqual(metrics.tcp.toObject());
    expect(lines.refused).toBeGreaterThan(50);
  });
});
