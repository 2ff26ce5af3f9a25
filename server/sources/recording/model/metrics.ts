import { bucketBounds } from './bounds.ts';
import type { CompiledStep, Draw } from './compiled-model.ts';
import type { CountKind } from './totals.ts';

/** One addend of a series: a slot of an array of counts, and how much each request there adds. */
export type Addend = { slot: number; weight: number };
type Labels = Readonly<Record<string, string>>;
/** Hands over the addends of one step, label set by label set. */
type Contribute = (step: CompiledStep, add: (labels: Labels, addends: readonly Addend[]) => void) => void;

export type MetricEntry = {
  help: string;
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

type Measure<Value> = (value: Value, addedMs: number) => number;

function summed<Value>(
  drawOf: (step: CompiledStep) => Draw<Value>,
  protocol: 'http' | 'tcp',
  measure: Measure<Value>,
): Contribute {
  return (step, add) => {
    const { firstSlot, classes } = drawOf(step);
    for (const { labels, times, addedMs, protocol: own } of step.reports) {
      if (own !== protocol) continue;
      const addends = classes.map(({ value }, index) => ({
        slot: firstSlot + index,
        weight: times * measure(value, addedMs),
      }));
      add(labels, addends);
    }
  };
}

function bucketed<Value>(drawOf: (step: CompiledStep) => Draw<Value>, measure: Measure<Value>): Contribute {
  return (step, add) => {
    const { firstSlot, classes } = drawOf(step);
    for (const { labels, times, addedMs, protocol } of step.reports) {
      if (protocol !== 'http') continue;
      for (const bound of [...bucketBounds, Number.POSITIVE_INFINITY]) {
        const addends = classes
          .map(({ value }, index) => ({
            slot: firstSlot + index,
            weight: times,
            value: measure(value, addedMs),
          }))
          .filter(({ value }) => value <= bound);
        add({ ...labels, le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) }, addends);
      }
    }
  };
}

type HistogramParts = Record<'bucket' | 'sum' | 'count', MetricEntry>;

function histogram<Value>(
  help: string,
  counts: CountKind,
  drawOf: (step: CompiledStep) => Draw<Value>,
  measure: Measure<Value>,
): HistogramParts {
  const part = { help, delaySeconds: 0 };
  return {
    bucket: { ...part, counts, contribute: bucketed(drawOf, measure) },
    sum: { ...part, counts, contribute: summed(drawOf, 'http', measure) },
    count: { ...part, counts: 'requests', contribute: perRequest('http') },
  };
}

const duration = histogram(
  'Duration of requests',
  'latencies',
  (step) => step.latency,
  (ms, addedMs) => ms + addedMs,
);
const requestBytes = histogram(
  'Size of requests',
  'sizes',
  (step) => step.size,
  (size) => size.requestBytes,
);
const responseBytes = histogram(
  'Size of responses',
  'sizes',
  (step) => step.size,
  (size) => size.responseBytes,
);

/** Istio's standard metrics (Istio documentation, "Istio Standard Metrics"), and what each request adds to them. */
export const metrics: Readonly<Record<string, MetricEntry>> = {
  istio_requests_total: {
    help: 'Total requests',
    counts: 'requests',
    delaySeconds: 0,
    contribute: perRequest('http'),
  },
  istio_request_duration_milliseconds_bucket: duration.bucket,
  istio_request_duration_milliseconds_sum: duration.sum,
  istio_request_duration_milliseconds_count: duration.count,
  istio_request_bytes_bucket: requestBytes.bucket,
  istio_request_bytes_sum: requestBytes.sum,
  istio_request_bytes_count: requestBytes.count,
  istio_response_bytes_bucket: responseBytes.bucket,
  istio_response_bytes_sum: responseBytes.sum,
  istio_response_bytes_count: responseBytes.count,
  istio_tcp_connections_opened_total: {
    help: 'TCP connections opened',
    counts: 'requests',
    delaySeconds: 0,
    contribute: perRequest('tcp'),
  },
  istio_tcp_connections_closed_total: {
    help: 'TCP connections closed',
    counts: 'requests',
    delaySeconds: 3,
    contribute: perRequest('tcp'),
  },
  // Named as the server sees it: received from the caller, sent to the caller.
  istio_tcp_received_bytes_total: {
    help: 'Bytes of requests',
    counts: 'sizes',
    delaySeconds: 1,
    contribute: summed(
      (step) => step.size,
      'tcp',
      (size) => size.requestBytes,
    ),
  },
  istio_tcp_sent_bytes_total: {
    help: 'Bytes of responses',
    counts: 'sizes',
    delaySeconds: 1,
    contribute: summed(
      (step) => step.size,
      'tcp',
      (size) => size.responseBytes,
    ),
  },
};
