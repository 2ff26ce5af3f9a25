import { bucketBounds } from './bounds.ts';
import type { CompiledStep, Draw } from './compiled-model.ts';
import type { Report } from './step.ts';
import type { CountKind } from './totals.ts';

/** One addend of a series: a slot of an array of counts, and how much each request there adds. */
export type Addend = { slot: number; weight: number };
type Labels = Readonly<Record<string, string>>;
/** Hands over the addends of one step, label set by label set. */
type Contribute = (step: CompiledStep, add: (labels: Labels, addends: readonly Addend[]) => void) => void;

export type MetricEntry = {
  counts: CountKind;
  /** How long after a request begins it is counted. */
  delaySeconds: number;
  contribute: Contribute;
};

function perRequest(protocol: 'http' | 'tcp'): Contribute {
  return (step, add) => {
    for (const report of step.reports) {
      if (report.protocol === protocol) add(report.labels, [{ slot: step.slot, weight: report.times }]);
    }
  };
}

type Measure<Value> = (value: Value, report: Report) => number;

function summed<Value>(
  drawOf: (step: CompiledStep) => Draw<Value>,
  protocol: 'http' | 'tcp',
  measure: Measure<Value>,
): Contribute {
  return (step, add) => {
    const { firstSlot, classes } = drawOf(step);
    for (const report of step.reports) {
      const { labels, times } = report;
      if (report.protocol !== protocol) continue;
      const addends = classes.map(({ value }, index) => ({
        slot: firstSlot + index,
        weight: times * measure(value, report),
      }));
      add(labels, addends);
    }
  };
}

function bucketed<Value>(drawOf: (step: CompiledStep) => Draw<Value>, measure: Measure<Value>): Contribute {
  return (step, add) => {
    const { firstSlot, classes } = drawOf(step);
    for (const report of step.reports) {
      const { labels, times } = report;
      if (report.protocol !== 'http') continue;
      for (const bound of [...bucketBounds, Number.POSITIVE_INFINITY]) {
        const addends = classes
          .map(({ value }, index) => ({
            slot: firstSlot + index,
            weight: times,
            value: measure(value, report),
          }))
          .filter(({ value }) => value <= bound);
        add({ ...labels, le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) }, addends);
      }
    }
  };
}

/** How long a request took as a proxy reports it, when it took its callee `latencyMs`. */
export function durationMs(latencyMs: number, { latencyShare, addedMs }: Report): number {
  return latencyMs * latencyShare + addedMs;
}

type MetricFamily = {
  name: string;
  help: string;
  type: 'counter' | 'histogram';
  entries: Readonly<Record<string, MetricEntry>>;
};

function counter(name: string, help: string, entry: MetricEntry): MetricFamily {
  return { name, help, type: 'counter', entries: { [name]: entry } };
}

function histogram<Value>(input: {
  name: string;
  help: string;
  counts: CountKind;
  drawOf: (step: CompiledStep) => Draw<Value>;
  measure: Measure<Value>;
}): MetricFamily {
  const { name, help, counts, drawOf, measure } = input;
  const entries = {
    [`${name}_bucket`]: { counts, delaySeconds: 0, contribute: bucketed(drawOf, measure) },
    [`${name}_sum`]: { counts, delaySeconds: 0, contribute: summed(drawOf, 'http', measure) },
    [`${name}_count`]: { counts: 'requests' as const, delaySeconds: 0, contribute: perRequest('http') },
  };
  return { name, help, type: 'histogram', entries };
}

const sizeOf = (step: CompiledStep) => step.size;

/** Istio's standard metrics (Istio documentation, "Istio Standard Metrics"), and what each request adds to them. */
export const metricFamilies: readonly MetricFamily[] = [
  counter('istio_requests_total', 'Requests', {
    counts: 'requests',
    delaySeconds: 0,
    contribute: perRequest('http'),
  }),
  histogram({
    name: 'istio_request_duration_milliseconds',
    help: 'Duration of requests',
    counts: 'latencies',
    drawOf: (step) => step.latency,
    measure: durationMs,
  }),
  histogram({
    name: 'istio_request_bytes',
    help: 'Size of requests',
    counts: 'sizes',
    drawOf: sizeOf,
    measure: (size) => size.requestBytes,
  }),
  histogram({
    name: 'istio_response_bytes',
    help: 'Size of responses',
    counts: 'sizes',
    drawOf: sizeOf,
    measure: (size) => size.responseBytes,
  }),
  counter('istio_tcp_connections_opened_total', 'TCP connections opened', {
    counts: 'requests',
    delaySeconds: 0,
    contribute: perRequest('tcp'),
  }),
  counter('istio_tcp_connections_closed_total', 'TCP connections closed', {
    counts: 'requests',
    delaySeconds: 3,
    contribute: perRequest('tcp'),
  }),
  // Named as the server sees it: received from the caller, sent to the caller.
  counter('istio_tcp_received_bytes_total', 'Bytes received from callers', {
    counts: 'sizes',
    delaySeconds: 1,
    contribute: summed(sizeOf, 'tcp', (size) => size.requestBytes),
  }),
  counter('istio_tcp_sent_bytes_total', 'Bytes sent to callers', {
    counts: 'sizes',
    delaySeconds: 1,
    contribute: summed(sizeOf, 'tcp', (size) => size.responseBytes),
  }),
];

/** Every series name of the families. */
export const metricEntries: Readonly<Record<string, MetricEntry>> = Object.assign(
  {},
  ...metricFamilies.map(({ entries }) => entries),
);
