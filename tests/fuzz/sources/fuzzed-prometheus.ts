import { z } from 'zod';
import type { MetricQuery } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import type { HttpRequest } from '#server/sources/observed/http-client.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { jsonAnswer, type SentAnswer } from '../mutate/mutate-answer.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { answeringClient } from './answering-client.ts';
import type { ClientOf } from './answering-server.ts';
import { baseMesh, questionsTo } from './base-mesh.ts';

const questions = questionsTo(
  /^\/api\/(graph|namespaces|status|applications|services|workloads|canaries|mesh\/metrics|mesh\/problems)/,
).filter(({ route }) => !/\/(logs|traces|log-peers|config)$/.test(route));

const formSchema = z.object({ query: z.string(), time: z.string().default('0') });
const rangeSchema = z.object({ start: z.coerce.number(), end: z.coerce.number(), step: z.coerce.number() });

/** Prometheus: instant answers, ranges and exemplars, as the recorded mesh would give them. */
export const fuzzedPrometheus = (clientOf: ClientOf = answeringClient): FuzzedSource => ({
  openCase({ chance, answer }) {
    // What a query in PromQL asks is known from when it was written.
    const queries = new Map<string, MetricQuery>();
    const client = clientOf(async (request) => answer(await answerOf(request, queries)));
    const prometheus = createPrometheus({ client, timeoutMs: 20_000, delay: async () => undefined });
    const remember = (query: MetricQuery) => {
      queries.set(prometheus.promql?.(query) ?? '', query);
      return query;
    };
    const metrics: MetricSource = {
      ...prometheus,
      query: (query, ...rest) => prometheus.query(remember(query), ...rest),
      queryRange: (query, ...rest) => prometheus.queryRange(remember(query), ...rest),
    };
    return { sources: { ...baseMesh, metrics }, questions: [chance.of(questions)] };
  },
});

async function answerOf({ path, form }: HttpRequest, queries: Map<string, MetricQuery>): Promise<SentAnswer> {
  const { query: text, time } = formSchema.parse(form);
  if (path.endsWith('/query_exemplars')) return jsonAnswer({ status: 'success', data: exemplars });
  const query = queries.get(text);
  // The status asks in its own words.
  if (query === undefined)
    return jsonAnswer(success('vector', [{ metric: {}, value: [Number(time), '26'] }]));
  if (path.endsWith('/query_range')) {
    const { start, end, step } = rangeSchema.parse(form);
    const range = { startSeconds: start, endSeconds: end, stepSeconds: step };
    const { rows } = await baseMesh.metrics.queryRange(query, range);
    const result = rows.map(({ labels, points }) => ({
      metric: labels,
      values: points.map(([seconds, value]) => [seconds, String(value)]),
    }));
    return jsonAnswer(success('matrix', result));
  }
  const { rows } = await baseMesh.metrics.query(query, Number(time));
  return jsonAnswer(
    success(
      'vector',
      rows.map(({ labels, value }) => ({ metric: labels, value: [Number(time), String(value)] })),
    ),
  );
}

const success = (resultType: string, result: unknown) => ({
  status: 'success',
  data: { resultType, result },
});

const exemplars = [
  {
    seriesLabels: { pod: 'reviews-v1' },
    exemplars: [
      {
        labels: { trace_id: 'd47e3af7b44dce69ffdb42657775329d' },
        value: '0.0031',
        timestamp: 1_795_226_481.085,
      },
      { labels: { traceID: '35f156e2f20b8b038324cb9708116ebe' }, value: '1.2', timestamp: 1_795_226_478.9 },
    ],
  },
];
