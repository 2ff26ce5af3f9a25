import type { JsonSource } from '#components/ui/json/json-source.ts';
import { fetchAnswer } from '#lib/api-client.ts';
import { type RawSource, rawSchema, rawSearchSchema, rawTreeSchema } from '#lib/contract/raw.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/** A proxy's dump as a document that the server opens bit by bit. */
export function rawSourceOf(target: ProxyTarget, source: RawSource): JsonSource {
  const { cluster } = target;
  return {
    id: `${proxyRoute(target)} ${cluster ?? ''} ${source}`,
    tree: ({ path, page, reveal }, signal) =>
      fetchAnswer({
        path: proxyRoute(target, 'raw/tree'),
        parameters: { cluster, source, path, page: String(page), reveal: String(reveal) },
        schema: rawTreeSchema,
        ...(signal === undefined ? {} : { signal }),
      }),
    search: (text, signal) =>
      fetchAnswer({
        path: proxyRoute(target, 'raw/search'),
        parameters: { cluster, source, text },
        schema: rawSearchSchema,
        ...(signal === undefined ? {} : { signal }),
      }),
    value: (path, signal) =>
      fetchAnswer({
        path: proxyRoute(target, 'raw'),
        parameters: { cluster, source, path },
        schema: rawSchema,
        ...(signal === undefined ? {} : { signal }),
      }),
  };
}
