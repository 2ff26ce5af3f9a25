import { z } from 'zod';
import type { TraceSearch } from '#server/sources/trace-source.ts';
import { fillLimit } from './fill-limit.ts';
import { readOtlpSpans, resourceSpansSchema } from './otlp-spans.ts';
import type { ReadSpans } from './read-spans.ts';
import { isAbsentRoute, type Parameters, type Reply, readJson, type StoreClient } from './store-client.ts';
import type { StoreDialect } from './store-dialect.ts';
import { readFound, searchSchema } from './tempo-search.ts';
import { toTraceQL } from './traceql.ts';

const valueSchema = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]);
const valuesSchema = z.object({ tagValues: z.array(valueSchema).nullish() });
const traceSchema = z.object({
  trace: z.object({ resourceSpans: resourceSpansSchema.optional() }),
  status: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});
const oldTraceSchema = z.object({
  batches: resourceSpansSchema.optional(),
  resourceSpans: resourceSpansSchema.optional(),
});

const valuesPath = '/api/v2/search/tag/resource.service.name/values';
const oldValuesPath = '/api/search/tag/service.name/values';
/** Names are asked for of the last hour; without a time Tempo knows those of the last minutes only. */
const namesSeconds = 3600;

/** Grafana Tempo: TraceQL to search, OTLP to read. */
export function createTempo(client: StoreClient, now: () => number): StoreDialect {
  // Without the hint the traces that are found first are given, not the newest.
  let hint = ' with (most_recent=true)';

  async function askForNames(signal: AbortSignal): Promise<Reply> {
    const endSeconds = Math.ceil(now() / 1000);
    const times = { start: String(endSeconds - namesSeconds), end: String(endSeconds) };
    const reply = await client.get(valuesPath, times, signal);
    return isAbsentRoute(reply) ? await client.get(oldValuesPath, times, signal) : reply;
  }

  async function askSearch(search: TraceSearch, limit: number, signal: AbortSignal): Promise<Reply> {
    const query = toTraceQL(search);
    const reply = await client.get('/api/search', parametersOf(search, `${query}${hint}`, limit), signal);
    if (reply.status !== 400 || hint === '') return reply;
    const plain = await client.get('/api/search', parametersOf(search, query, limit), signal);
    if (plain.status === 200) hint = '';
    return plain;
  }

  return {
    title: 'Tempo',
    async isSpoken(signal) {
      const reply = await askForNames(signal);
      return !isAbsentRoute(reply) && reply.status === 200;
    },
    services: async (signal) => readJson(await askForNames(signal), valuesSchema).tagValues ?? [],
    async search(search, signal) {
      const filled = await fillLimit(search.limit, async (depth) => {
        const { summaries, warnings } = readFound(
          readJson(await askSearch(search, depth, signal), searchSchema),
        );
        return { fitting: summaries, count: summaries.length, warnings };
      });
      return { ...filled, asked: toTraceQL(search) };
    },
    async trace(id, signal): Promise<ReadSpans | undefined> {
      const reply = await client.get(`/api/v2/traces/${id}`, {}, signal);
      if (!isAbsentRoute(reply)) {
        const { trace, status, message } = readJson(reply, traceSchema);
        const read = readOtlpSpans(trace.resourceSpans ?? []);
        const partial =
          status === 'PARTIAL'
            ? [`Tempo gave only a part of the trace: ${message ?? 'it is too large'}.`]
            : [];
        return orNone({ spans: read.spans, warnings: [...read.warnings, ...partial] });
      }
      const old = await client.get(`/api/traces/${id}`, {}, signal);
      if (old.status === 404) return undefined;
      const { batches, resourceSpans } = readJson(old, oldTraceSchema);
      return orNone(readOtlpSpans(batches ?? resourceSpans ?? []));
    },
    screen: undefined,
  };
}

function orNone(read: ReadSpans): ReadSpans | undefined {
  return read.spans.length === 0 && read.warnings.length === 0 ? undefined : read;
}

function parametersOf({ fromMs, toMs }: TraceSearch, query: string, limit: number): Parameters {
  return {
    q: query,
    start: String(Math.floor(fromMs / 1000)),
    end: String(Math.ceil(toMs / 1000)),
    limit: String(limit),
    // Spans of a trace that are given beside it: they tell its length more finely than Tempo does.
    spss: '3',
  };
}
