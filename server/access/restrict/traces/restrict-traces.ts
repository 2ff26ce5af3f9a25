import { guarded, type View } from '#server/access/restrict/view.ts';
import { withoutPlaces } from '#server/access/restrict/without-places.ts';
import { withoutReasons } from '#server/access/restrict/without-reasons.ts';
import type { ObjectSource } from '#server/sources/interface.ts';
import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { filterSummary } from './filter-summary.ts';
import { searchServices } from './search-services.ts';
import { namespaceOfName, namespaceOfSpan } from './span-namespace.ts';

/**
 * Spans of visible namespaces; what nothing assigns to a namespace is left out. A search goes to visible services alone,
 * so that no tag of another's span can be guessed by it. The store's own screen shows more, so there are no links to it.
 */
export function restrictTraces(
  traces: TraceSource,
  { objects, view }: { objects: ObjectSource; view: View },
): TraceSource {
  const isIn = (namespace: string | undefined) => namespace !== undefined && view.namespaces.has(namespace);
  const isVisible = (service: string) => isIn(namespaceOfName(service));
  const masked = <Parameters extends readonly unknown[], Result>(
    ask: (...parameters: Parameters) => Promise<Result>,
  ) => guarded(view, withoutReasons('The trace store', { objects, view }, ask));
  const services = masked(async (signal?: AbortSignal) => (await traces.services(signal)).filter(isVisible));
  return {
    services,
    search: masked(async (search: TraceSearch, signal?: AbortSignal) => {
      const { service, proxies } = search;
      const own = proxies?.filter(isVisible);
      const isEmpty = own?.length === 0 || (service !== undefined && !isVisible(service));
      const names = isEmpty ? [] : service === undefined ? await services(signal) : [service];
      const found = await searchServices(traces, { ...search, proxies: own }, { names, signal });
      return {
        ...found,
        traces: found.traces.flatMap((summary) => filterSummary(summary, isVisible) ?? []),
      };
    }),
    trace: masked(async (id: string, signal?: AbortSignal) => {
      const found = await traces.trace(id, signal);
      const spans = found?.spans.filter((span) => isIn(namespaceOfSpan(span))) ?? [];
      return found === undefined || spans.length === 0 ? undefined : { ...found, spans };
    }),
    status: withoutPlaces(() => traces.status(), { objects, view }),
  };
}
