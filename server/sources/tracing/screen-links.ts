import type { TraceSearch } from '#server/sources/trace-source.ts';
import type { StoreDialect } from './store-dialect.ts';

type ScreenLinks = {
  trace(id: string): string;
  search(search: TraceSearch, store: Pick<StoreDialect, 'screen'>): string | undefined;
};

const placeholder = '{traceId}';

/**
 * Links to the store's own screen. An address with `{traceId}` in it is a pattern for traces, as Grafana needs one; any
 * other is Jaeger's, where the paths are known.
 */
export function createScreenLinks(externalUrl: string | undefined): ScreenLinks | undefined {
  if (externalUrl === undefined) return undefined;
  if (externalUrl.includes(placeholder))
    return {
      trace: (id) => externalUrl.replaceAll(placeholder, encodeURIComponent(id)),
      search: () => undefined,
    };
  const base = externalUrl.replace(/\/+$/, '');
  return {
    trace: (id) => `${base}/trace/${encodeURIComponent(id)}`,
    search: (search, { screen }) => (screen === undefined ? undefined : `${base}${screen.search(search)}`),
  };
}
