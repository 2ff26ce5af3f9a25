import type { Answer } from '#lib/contract/envelope.ts';
import type { Traces, TracesQuery } from '#lib/contract/traces.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadFoundTraces, loadServiceNames, withoutStore } from './load-found-traces.ts';
import { searchTerms } from './search-terms.ts';
import { tracesWarning } from './trace-warnings.ts';

/**
 * Traces of a window by what is asked of one of their spans. Throws `bad_parameter`, and the store's own error when it
 * cannot search; without a store the list is empty, with a warning that names the setting.
 */
export async function loadTraces(query: TracesQuery, context: LoadContext): Promise<Answer<Traces>> {
  const terms = searchTerms(query, windowEnd(query.at, context.nowSeconds));
  const store = context.sources.traces;
  if (store === undefined) return withoutStore(context);
  const { service, operation } = query;
  const [{ warnings: told, ...found }, { services, warnings }] = await Promise.all([
    loadFoundTraces(store, [{ service, operation, ...terms }], context),
    loadServiceNames(store, context),
  ]);
  return {
    data: { ...found, services },
    warnings: [...told.map((text) => tracesWarning('traces_incomplete', text)), ...warnings],
  };
}
