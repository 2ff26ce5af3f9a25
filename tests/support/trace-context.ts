import type { Span } from '#lib/contract/traces.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { FoundTraces, TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { graphContext } from './graph-context.ts';
import { type Manifest, objectsSnapshot } from './objects-snapshot.ts';

type Given = Omit<NonNullable<Parameters<typeof graphContext>[0]>, 'objects'> & {
  manifests?: readonly Manifest[] | Error;
  spans?: readonly Span[];
  warnings?: string[];
  services?: string[] | Error;
  search?: (search: TraceSearch) => Promise<FoundTraces>;
  link?: TraceSource['link'];
};

export const nothingFound: FoundTraces = { traces: [], isCut: false, asked: '{ }', warnings: [] };

/** What a loader of traces is given: a store that holds one trace and answers as told, and made objects and metrics. */
export function traceContext(given: Given = {}): LoadContext & { searches: TraceSearch[] } {
  const { manifests = [], spans = [], warnings = [], services = [], link } = given;
  const searches: TraceSearch[] = [];
  const traces: TraceSource = {
    services: async () => {
      if (services instanceof Error) throw services;
      return services;
    },
    search: async (search) => {
      searches.push(search);
      return (await given.search?.(search)) ?? nothingFound;
    },
    trace: async (id) =>
      spans.some(({ traceId }) => traceId === id) ? { spans: [...spans], warnings } : undefined,
    ...(link === undefined ? {} : { link }),
    status: async () => ({ id: 'traces', state: 'ok' }),
  };
  const context = graphContext({
    ...given,
    objects: manifests instanceof Error ? manifests : objectsSnapshot(manifests),
  });
  return { ...context, sources: { ...context.sources, traces }, searches };
}

/** A Deployment with one pod, whose labels are Istio's app and version. */
export function deployment(
  name: string,
  { namespace = 'shop', app = name, version }: { namespace?: string; app?: string; version?: string } = {},
): Manifest[] {
  const labels = { app, ...(version === undefined ? {} : { version }) };
  const owned = { controller: true, apiVersion: 'apps/v1' };
  return [
    { kind: 'Deployment', namespace, name, spec: { template: { metadata: { labels } } } },
    {
      kind: 'ReplicaSet',
      namespace,
      name: `${name}-7d9f`,
      ownerReferences: [{ kind: 'Deployment', name, ...owned }],
    },
    {
      kind: 'Pod',
      namespace,
      name: `${name}-7d9f-abcde`,
      labels: { ...labels, 'pod-template-hash': '7d9f' },
      ownerReferences: [{ kind: 'ReplicaSet', name: `${name}-7d9f`, ...owned }],
      spec: { containers: [{ name: 'app' }, { name: 'istio-proxy' }] },
      status: { phase: 'Running' },
    },
  ];
}
