import { z } from 'zod';
import type { TraceSummary } from '#lib/contract/traces.ts';
import { readId } from './ids.ts';
import { readNanoseconds, toMilliseconds } from './nanoseconds.ts';

const count = z.coerce.number().int().nonnegative().catch(0);
const matchedSchema = z
  .object({
    spans: z.array(
      z.object({ startTimeUnixNano: z.unknown().optional(), durationNanos: z.unknown().optional() }),
    ),
    matched: count,
  })
  .optional()
  .catch(undefined);
const traceSchema = z.object({
  traceID: z.string(),
  rootServiceName: z.string().catch(''),
  rootTraceName: z.string().catch(''),
  startTimeUnixNano: z.unknown().optional(),
  /** Whole milliseconds; left out below one. */
  durationMs: z.number().nonnegative().catch(0),
  spanSet: matchedSchema,
  serviceStats: z.record(z.string(), z.object({ spanCount: count, errorCount: count })).catch({}),
});

/** The answer of Tempo's `/api/search`. */
export const searchSchema = z.object({ traces: z.array(z.unknown()).nullish() });

/** Its traces in our terms; those without an id or a start are left out and counted. */
export function readFound({ traces }: z.output<typeof searchSchema>) {
  const read = (traces ?? []).map(readTrace);
  const kept = read.flatMap((one) => (one === undefined ? [] : [one.summary]));
  const warnings: string[] = [];
  const left = read.length - kept.length;
  if (left > 0) warnings.push(`${left} traces were left out: the store gave them without an id or a time.`);
  if (read.some((one) => one?.isUncounted === true))
    warnings.push('This Tempo does not say how many spans a trace has: only those that match are counted.');
  return { summaries: kept, warnings };
}

function readTrace(raw: unknown): { summary: TraceSummary; isUncounted: boolean } | undefined {
  const { data } = traceSchema.safeParse(raw);
  const traceId = data === undefined ? undefined : readId(data.traceID, 32);
  const start = readNanoseconds(data?.startTimeUnixNano);
  if (data === undefined || traceId === undefined || start === undefined) return undefined;
  const services = Object.entries(data.serviceStats)
    .map(([name, { spanCount, errorCount }]) => ({ name, spanCount, errorSpanCount: errorCount }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const isUncounted = services.length === 0;
  return {
    isUncounted,
    summary: {
      traceId,
      rootService: data.rootServiceName,
      rootOperation: data.rootTraceName,
      startMs: toMilliseconds(start),
      durationMs: Math.max(data.durationMs, reachMs(data.spanSet?.spans ?? [], start)),
      spanCount: isUncounted
        ? (data.spanSet?.matched ?? 0)
        : services.reduce((sum, one) => sum + one.spanCount, 0),
      errorSpanCount: services.reduce((sum, one) => sum + one.errorSpanCount, 0),
      services,
    },
  };
}

/** How far the spans that matched reach: finer than the whole milliseconds that Tempo gives of the trace. */
function reachMs(
  spans: readonly { startTimeUnixNano?: unknown; durationNanos?: unknown }[],
  start: bigint,
): number {
  return spans.reduce((reach, span) => {
    const from = readNanoseconds(span.startTimeUnixNano);
    const length = readNanoseconds(span.durationNanos) ?? 0n;
    return from === undefined ? reach : Math.max(reach, Number(from + length - start) / 1e6);
  }, 0);
}
