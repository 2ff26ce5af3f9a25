import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Trace, TraceQuery } from '#lib/contract/traces.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { graphFactsOf } from '#server/mesh/graph/facts/graph-facts.ts';
import { factsOfSnapshot } from '#server/mesh/graph/load-facts.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { drawTrace } from './draw-trace.ts';
import { loadUsual } from './load-usual.ts';
import { tellSpans } from './tell-spans.ts';
import { noStoreMessage, tracesWarning } from './trace-warnings.ts';

/**
 * One trace as a waterfall, each span with its story and how it compares with what is usual between the same two sides.
 * Throws `not_found` when the store has none of that id; without objects or metrics the rest is still told.
 */
export async function loadTrace(query: TraceQuery, context: LoadContext): Promise<Answer<Trace>> {
  const endSeconds = windowEnd(query.at, context.nowSeconds);
  const { traces: store, mode } = context.sources;
  if (store === undefined) throw new ViglaError('not_found', noStoreMessage(mode));
  // Tempo writes ids without their leading zeros.
  const id = query.id.toLowerCase().padStart(32, '0');
  const [found, objects] = await Promise.all([store.trace(id, context.signal), loadObjects(context)]);
  if (found === undefined)
    throw new ViglaError(
      'not_found',
      `The trace store has no trace ${query.id}. It was not sampled, is not stored yet, or is no longer kept.`,
    );
  const drawing = drawTrace(found.spans);
  if (drawing === undefined)
    throw new ViglaError(
      'source_failed',
      `No span of trace ${id} could be read. ${found.warnings.join(' ')}`,
    );
  const told = tellSpans(drawing.spans, { ...objects, visibleNamespaces: context.visibleNamespaces });
  const usual = await loadUsual(told, { windowSeconds: query.range, endSeconds }, context);
  const link = store.link?.(id);
  return {
    data: {
      summary: drawing.summary,
      spans: usual.spans,
      remarks: drawing.remarks,
      ...(link === undefined ? {} : { link }),
    },
    warnings: [
      ...found.warnings.map((text) => tracesWarning('trace_incomplete', text)),
      ...objects.warnings,
      ...usual.warnings,
    ],
  };
}

async function loadObjects({ sources, signal }: LoadContext) {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    return {
      facts: factsOfSnapshot(snapshot, sources),
      inventory: inventoryOf(snapshot.objects, snapshot.rootNamespace),
      warnings: [],
    };
  } catch (error) {
    const message = `Kubernetes objects could not be read, so spans are not told by their workloads: ${messageOf(error)}`;
    const warnings: Warning[] = [{ code: 'objects_missing', source: 'kubernetes', message }];
    const unknown = {
      objects: noObjects,
      objectsKnown: false,
      cluster: 'Kubernetes',
      createdTimesHold: true,
    };
    return { facts: graphFactsOf(unknown), inventory: inventoryOf(noObjects, 'istio-system'), warnings };
  }
}
