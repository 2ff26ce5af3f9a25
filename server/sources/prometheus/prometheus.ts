import type { SourceStatus } from '#lib/contract/status.ts';
import { coalesce } from '#server/coalesce.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { Matcher, Sample, Series } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '#server/sources/observed/http-client.ts';
import { type ObservedCall, observed } from '#server/sources/observed.ts';
import { countCacheLookup } from '#server/telemetry.ts';
import type { RowShape } from './answer-reader.ts';
import { readExemplars } from './exemplars.ts';
import { createProbe } from './probe-status.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import { instantRows, rangeRows } from './row-shapes.ts';
import { createTransport } from './transport.ts';

/** The way to the store is its address with credentials, or a client that knows one. */
export type PrometheusOptions = QueryOptions & (HttpClientOptions | { client: HttpClient });

export type QueryOptions = {
  /** The setting that names the address, where it is another than `PROMETHEUS_URL`. */
  variable?: string | undefined;
  /** For one query with its retries. */
  timeoutMs: number;
  /** Put into every selector, for a store that holds more than this mesh. */
  extraMatchers?: readonly Matcher[] | undefined;
  /** An answer beyond it is given up; 256 MB by default. */
  maximumAnswerBytes?: number;
  /** Epoch milliseconds, for the lifetime of remembered answers. */
  now?: () => number;
  delay?: ObservedCall['delay'];
};

/** Runs PromQL by the plain query API; `form` has `query` and its times. */
export type RunQuery = <Row>(run: {
  path: '/api/v1/query' | '/api/v1/query_range';
  form: Record<string, string>;
  shape: RowShape<Row>;
  signal: AbortSignal;
  timeoutMs?: number;
}) => Promise<ReadAnswer<Row>>;

const answerLifetimeMs = 5000;
const statusLifetimeMs = 5000;
/** Of answers as they came over the wire; in memory, where rows share their texts, they take less than half of it. */
const keptCharacters = 48 * 1024 * 1024;
const retries = 2;

/**
 * A store with Prometheus' query API (Prometheus, Thanos, Mimir, VictoriaMetrics …). Nothing but its query routes is
 * used.
 * @throws ViglaError `bad_configuration` for a CA file that cannot be read
 */
export function createPrometheus(options: PrometheusOptions): MetricSource {
  const { now = Date.now, extraMatchers = [], maximumAnswerBytes = 256_000_000 } = options;
  const namedBy = 'client' in options ? undefined : (options.variable ?? 'PROMETHEUS_URL');
  const client = 'client' in options ? options.client : createHttpClient('PROMETHEUS', options);
  const transport = createTransport(client);
  const probe = createProbe(now);

  const run: RunQuery = ({ path, form, shape, signal, timeoutMs = options.timeoutMs }) =>
    observed(
      { source: 'prometheus', operation: 'answer a query', timeoutMs, signal, retries, delay: options.delay },
      // The store is told the limit too: it must not go on computing what nobody awaits.
      async (limited) =>
        readAnswer(
          await transport.send(path, { ...form, timeout: `${timeoutMs}ms` }, limited),
          shape,
          maximumAnswerBytes,
        ),
    );

  function answersOf<Row>() {
    return coalesce<ReadAnswer<Row>>({
      lifetimeMs: answerLifetimeMs,
      maximumSize: keptCharacters,
      sizeOf: (answer) => answer.characters,
      now,
      count: (result) => countCacheLookup('prometheus', result),
    });
  }
  const instants = answersOf<Sample>();
  const ranges = answersOf<Series>();
  const statuses = coalesce<SourceStatus>({
    lifetimeMs: statusLifetimeMs,
    maximumSize: 1,
    sizeOf: () => 1,
    now,
  });

  return {
    query(query, atSeconds, signal) {
      const form = { query: toPromQL(query, { extraMatchers }), time: String(atSeconds) };
      return instants.get(
        JSON.stringify(form),
        (shared) => run({ path: '/api/v1/query', form, shape: instantRows, signal: shared }),
        signal,
      );
    },
    queryRange(query, { startSeconds, endSeconds, stepSeconds }, signal) {
      const form = {
        query: toPromQL(query, { extraMatchers }),
        start: String(startSeconds),
        end: String(endSeconds),
        step: String(stepSeconds),
      };
      return ranges.get(
        JSON.stringify(form),
        (shared) => run({ path: '/api/v1/query_range', form, shape: rangeRows, signal: shared }),
        signal,
      );
    },
    exemplars(query, { startSeconds, endSeconds }, signal) {
      const form = {
        query: toPromQL(query, { extraMatchers }),
        start: String(startSeconds),
        end: String(endSeconds),
      };
      return observed(
        {
          source: 'prometheus',
          operation: 'give exemplars',
          timeoutMs: options.timeoutMs,
          signal,
          retries,
          delay: options.delay,
        },
        async (limited) => readExemplars(await transport.send('/api/v1/query_exemplars', form, limited)),
      );
    },
    promql: (query) => toPromQL(query, { extraMatchers }),
    status: () =>
      statuses.get('status', (signal) =>
        probe({
          extraMatchers,
          timeoutMs: options.timeoutMs,
          address: transport.address,
          namedBy,
          run,
          signal,
        }),
      ),
  };
}
