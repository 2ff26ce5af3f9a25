import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { TargetTracesQuery, Traces } from '#lib/contract/traces.ts';
import type { TargetKind } from '#lib/target.ts';
import { messageOf } from '#server/errors.ts';
import { type Inventory, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { type MeshObjects, noObjects } from '#server/mesh/mesh-objects.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadFoundTraces, loadServiceNames, withoutStore } from './load-found-traces.ts';
import { searchTerms } from './search-terms.ts';
import { targetSearches } from './target-searches.ts';
import { tracesWarning } from './trace-warnings.ts';

/** Traces with a span of a target's proxies, or with a request that arrived behind a service. Throws what `/api/traces` throws. */
export function loadTargetTraces(kind: TargetKind) {
  return (query: TargetTracesQuery, context: LoadContext) => loadTraces(kind, query, context);
}

async function loadTraces(
  kind: TargetKind,
  query: TargetTracesQuery,
  context: LoadContext,
): Promise<Answer<Traces>> {
  const terms = searchTerms(query, windowEnd(query.at, context.nowSeconds));
  const store = context.sources.traces;
  if (store === undefined) return withoutStore(context);
  const [objects, names] = await Promise.all([loadInventory(context), loadServiceNames(store, context)]);
  const { searches, remarks } = targetSearches[kind](query, {
    inventory: objects.inventory,
    serviceEntries: objects.serviceEntries,
    services: names.services,
  });
  const ofCluster: Record<string, string> =
    query.cluster === undefined ? {} : { 'istio.cluster_id': query.cluster };
  const { warnings: told, ...found } = await loadFoundTraces(
    store,
    searches.map((search) => ({
      ...terms,
      ...search,
      tags: { ...terms.tags, ...search.tags, ...ofCluster },
    })),
    context,
  );
  return {
    data: { ...found, services: names.services },
    warnings: [
      ...objects.warnings,
      ...names.warnings,
      ...remarks.map((text) => tracesWarning('trace_names_unknown', text)),
      ...told.map((text) => tracesWarning('traces_incomplete', text)),
    ],
  };
}

async function loadInventory({ sources, signal }: LoadContext): Promise<{
  inventory: Inventory;
  serviceEntries: MeshObjects['ServiceEntry'];
  warnings: Warning[];
}> {
  try {
    const { objects, rootNamespace } = await sources.objects.snapshot(signal);
    return {
      inventory: inventoryOf(objects, rootNamespace),
      serviceEntries: objects.ServiceEntry,
      warnings: [],
    };
  } catch (error) {
    const message = `Kubernetes objects could not be read, so traces are found by name alone: ${messageOf(error)}`;
    return {
      inventory: inventoryOf(noObjects, ''),
      serviceEntries: [],
      warnings: [{ code: 'objects_missing', source: 'kubernetes', message }],
    };
  }
}
