import { z } from 'zod';
import type { FoundTraces, TraceSearch } from '#server/sources/trace-source.ts';
import { searchEachService } from './each-service.ts';
import { fillLimit } from './fill-limit.ts';
import { oldTraceSchema, readOldSpans } from './jaeger-old-spans.ts';
import { jaegerRemarks, jaegerScreen, jaegerSearchParameters } from './jaeger-search.ts';
import type { ReadSpans } from './read-spans.ts';
import { isAbsentRoute, readJson, type StoreClient } from './store-client.ts';
import type { StoreDialect } from './store-dialect.ts';
import { summariseTraces } from './summarise-traces.ts';

const servicesSchema = z.object({ data: z.array(z.string()).nullable() });
const tracesSchema = z.object({ data: z.array(oldTraceSchema).nullable() });

/** Jaeger's JSON API before v3, which is the one of its releases until 2025: `/api/services`, `/api/traces`. */
export function createOldJaeger(client: StoreClient): StoreDialect {
  async function services(signal: AbortSignal): Promise<string[]> {
    const { data } = readJson(await client.get('/api/services', {}, signal), servicesSchema);
    return data ?? [];
  }

  async function searchOne(search: TraceSearch, signal: AbortSignal): Promise<FoundTraces> {
    const path = '/api/traces';
    const filled = await fillLimit(search.limit, async (depth) => {
      const reply = await client.get(path, jaegerSearchParameters(search, depth), signal);
      const { data } = readJson(reply, tracesSchema);
      return summariseTraces(readOldSpans(data ?? []), search);
    });
    return { ...filled, asked: `GET ${client.urlOf(path, jaegerSearchParameters(search, search.limit))}` };
  }

  return {
    title: 'Jaeger (API before v3)',
    async isSpoken(signal) {
      const reply = await client.get('/api/services', {}, signal);
      return !isAbsentRoute(reply) && reply.status === 200;
    },
    services,
    async search(search, signal) {
      // It demands a service.
      const found =
        search.service === undefined
          ? await searchEachService(search, await services(signal), (one) => searchOne(one, signal))
          : await searchOne(search, signal);
      return { ...found, warnings: [...found.warnings, ...jaegerRemarks(search)] };
    },
    async trace(id, signal): Promise<ReadSpans | undefined> {
      const reply = await client.get(`/api/traces/${id}`, {}, signal);
      if (reply.status === 404) return undefined;
      const read = readOldSpans(readJson(reply, tracesSchema).data ?? []);
      return read.spans.length === 0 && read.warnings.length === 0 ? undefined : read;
    },
    screen: jaegerScreen,
  };
}
