import type { Answer } from '#lib/contract/envelope.ts';
import type { RequestTrace, RequestTraceQuery } from '#lib/contract/logs.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { tracesWarning } from '#server/mesh/traces/trace-warnings.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadSpans } from './load-spans.ts';
import { beside, requestIdOf } from './span-index.ts';

/** A request may wait for long before it is logged, and clocks differ. */
const aroundMs = 120_000;
/** One request has one trace, or a few where a caller uses ids twice. */
const mostTraces = 5;

/** The spans of the request that a log line names by its id; without any a warning says why that may be. */
export async function loadRequestTrace(
  { id, around, kind, namespace, name }: RequestTraceQuery,
  context: LoadContext,
): Promise<Answer<RequestTrace>> {
  const { objects, rootNamespace } = await context.sources.objects.snapshot(context.signal);
  const found = await loadSpans(
    {
      kind,
      target: { namespace, name },
      inventory: inventoryOf(objects, rootNamespace),
      tags: { 'guid:x-request-id': id },
      fromMs: around - aroundMs,
      toMs: Math.min(around + aroundMs, context.sources.now()),
      limit: mostTraces,
      byKnownNames: true,
    },
    context,
  );
  const spans = found.spans.filter((span) => requestIdOf(span) === id).sort((a, b) => a.startMs - b.startMs);
  return {
    data: {
      requestId: id,
      traceIds: [...new Set(spans.map(({ traceId }) => traceId))],
      spans: spans.map(beside('requestId')),
      asked: found.asked,
    },
    warnings:
      spans.length === 0 && found.warnings.length === 0
        ? [tracesWarning('request_not_traced', notTraced(id))]
        : found.warnings,
  };
}

function notTraced(id: string): string {
  return `The trace store has no span of the request ${id}. It was not among those that are sampled, or its spans are still on the way or no longer kept.`;
}
