import { z } from 'zod';
import type { FoundTraces, TraceSearch } from '#server/sources/trace-source.ts';
import { searchEachService } from './each-service.ts';
import { type Found, fillLimit } from './fill-limit.ts';
import { jaegerDurations, jaegerRemarks, jaegerScreen, jaegerTags } from './jaeger-search.ts';
import { readSummaries, summariesSchema } from './jaeger-summaries.ts';
import { fitsSummary } from './matches-search.ts';
import { readOtlpSpans, resourceSpansSchema } from './otlp-spans.ts';
import type { ReadSpans } from './read-spans.ts';
import {
  isAbsentRoute,
  type Parameters,
  type Reply,
  readJson,
  refusal,
  type StoreClient,
} from './store-client.ts';
import type { StoreDialect } from './store-dialect.ts';
import { summariseTraces } from './summarise-traces.ts';

const servicesSchema = z.object({ services: z.array(z.string()).catch([]) });
const tracesSchema = z.object({ result: z.object({ resourceSpans: resourceSpansSchema.catch([]) }) });
const summariesPath = '/api/v3/trace-summaries';
const tracesPath = '/api/v3/traces';

/** Jaeger's HTTP API v3, with `trace-summaries` where the release has them. */
export function createJaegerV3(client: StoreClient): StoreDialect {
  let hasSummaries = true;
  let searchesAll = false;

  async function services(signal: AbortSignal): Promise<string[]> {
    return readJson(await client.get('/api/v3/services', {}, signal), servicesSchema).services;
  }

  async function ask(search: TraceSearch, depth: number, signal: AbortSignal): Promise<Found> {
    const parameters = parametersOf(search, depth);
    // A summary does not say which pod recorded a span.
    if (hasSummaries && search.proxies === undefined) {
      const reply = await client.get(summariesPath, parameters, signal);
      if (isEmpty(reply)) return { fitting: [], count: 0, warnings: [] };
      if (!isAbsentRoute(reply)) {
        const { summaries, warnings } = readSummaries(readJson(reply, summariesSchema));
        const fitting = summaries.filter((summary) => fitsSummary(summary, search));
        return { fitting, count: summaries.length, warnings };
      }
      hasSummaries = false;
    }
    const reply = await client.get(tracesPath, parameters, signal);
    if (isEmpty(reply)) return { fitting: [], count: 0, warnings: [] };
    return summariseTraces(readOtlpSpans(readJson(reply, tracesSchema).result.resourceSpans), search);
  }

  async function searchOne(search: TraceSearch, signal: AbortSignal): Promise<FoundTraces> {
    const filled = await fillLimit(search.limit, (depth) => ask(search, depth, signal));
    const path = hasSummaries && search.proxies === undefined ? summariesPath : tracesPath;
    return { ...filled, asked: `GET ${client.urlOf(path, parametersOf(search, search.limit))}` };
  }

  /** Some of its storages search all services, others demand one. */
  async function canSearchAll(search: TraceSearch, signal: AbortSignal): Promise<boolean> {
    if (searchesAll) return true;
    const { status } = await client.get(tracesPath, parametersOf(search, 1), signal);
    searchesAll = status !== 400 && status !== 500;
    return searchesAll;
  }

  return {
    title: 'Jaeger (API v3)',
    async isSpoken(signal) {
      const reply = await client.get('/api/v3/services', {}, signal);
      return !isAbsentRoute(reply) && reply.status === 200;
    },
    services,
    async search(search, signal) {
      const found =
        search.service !== undefined || (await canSearchAll(search, signal))
          ? await searchOne(search, signal)
          : await searchEachService(search, await services(signal), (one) => searchOne(one, signal));
      return { ...found, warnings: [...found.warnings, ...jaegerRemarks(search)] };
    },
    async trace(id, signal): Promise<ReadSpans | undefined> {
      const reply = await client.get(`${tracesPath}/${id}`, {}, signal);
      if (isEmpty(reply)) return undefined;
      if (isAbsentRoute(reply)) throw refusal(reply);
      const read = readOtlpSpans(readJson(reply, tracesSchema).result.resourceSpans);
      return read.spans.length === 0 && read.warnings.length === 0 ? undefined : read;
    },
    screen: jaegerScreen,
  };
}

/** It says "nothing found" as an error of its own, in JSON; a route that it does not have answers in plain text. */
function isEmpty({ status, text }: Reply): boolean {
  return status === 404 && text.includes('"error"') && text.includes('"httpCode":404');
}

function parametersOf(search: TraceSearch, depth: number): Parameters {
  const tags = jaegerTags(search);
  const { min, max } = jaegerDurations(search);
  return {
    ...(search.service === undefined ? {} : { 'query.service_name': search.service }),
    ...(search.operation === undefined ? {} : { 'query.operation_name': search.operation }),
    'query.start_time_min': new Date(search.fromMs).toISOString(),
    'query.start_time_max': new Date(search.toMs).toISOString(),
    'query.search_depth': String(depth),
    // As the same was called in earlier releases.
    'query.num_traces': String(depth),
    ...(min === undefined ? {} : { 'query.duration_min': min }),
    ...(max === undefined ? {} : { 'query.duration_max': max }),
    ...(Object.keys(tags).length === 0 ? {} : { 'query.attributes': JSON.stringify(tags) }),
  };
}
