import { z } from 'zod';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { readId } from './ids.ts';
import { readNanoseconds, toMilliseconds } from './nanoseconds.ts';

const count = z.coerce.number().int().nonnegative().catch(0);
const summarySchema = z.object({
  traceId: z.string(),
  rootServiceName: z.string().catch(''),
  rootOperationName: z.string().catch(''),
  minStartTimeUnixNano: z.unknown().optional(),
  maxEndTimeUnixNano: z.unknown().optional(),
  spanCount: count,
  errorSpanCount: count,
  services: z.array(z.object({ name: z.string(), spanCount: count, errorSpanCount: count })).catch([]),
});

/** The answer of Jaeger's `trace-summaries`. */
export const summariesSchema = z.object({ summaries: z.array(z.unknown()).nullish() });

/** Its summaries in our terms; those without an id or a start are left out and counted. */
export function readSummaries({ summaries }: z.output<typeof summariesSchema>) {
  const read = (summaries ?? []).map(readSummary);
  const kept = read.filter((summary) => summary !== undefined);
  const left = read.length - kept.length;
  const warnings =
    left === 0 ? [] : [`${left} traces were left out: the store gave them without an id or a time.`];
  return { summaries: kept, warnings };
}

function readSummary(raw: unknown): TraceSummary | undefined {
  const { data } = summarySchema.safeParse(raw);
  const traceId = data === undefined ? undefined : readId(data.traceId, 32);
  const start = readNanoseconds(data?.minStartTimeUnixNano);
  if (data === undefined || traceId === undefined || start === undefined) return undefined;
  const end = readNanoseconds(data.maxEndTimeUnixNano) ?? start;
  return {
    traceId,
    rootService: data.rootServiceName === '' ? (data.services[0]?.name ?? 'unknown') : data.rootServiceName,
    rootOperation: data.rootOperationName,
    startMs: toMilliseconds(start),
    durationMs: end < start ? 0 : Number(end - start) / 1e6,
    spanCount: data.spanCount,
    errorSpanCount: data.errorSpanCount,
    services: data.services,
  };
}
