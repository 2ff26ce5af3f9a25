import { z } from 'zod';
import type { DriftClass } from '#lib/contract/proxies.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Mutation } from '#tests/support/mutated-recording.ts';

const details = { namespace: 'bookinfo', pod: 'details-v1-84g2c6gwbg-dzlfs' };
const productpage = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };
const reviews = 'outbound|9080||reviews.bookinfo.svc.cluster.local';

type Expected = { proxy: string; class: DriftClass; severity: 'failing' | 'degraded' | 'info'; says: RegExp };
export type MutationCase = {
  name: string;
  mutation: Mutation;
  expected: readonly Expected[];
  /** Classes that can no longer be judged, of the same proxy. */
  undecided?: readonly DriftClass[];
};

// Recorded answers are plain JSON; the tests change it in place, by shapes that a wrong path would fail.
const entry = z.looseObject({
  proxy: z.string(),
  istio_version: z.string().optional(),
  resources: z.record(z.string(), z.looseObject({})),
});
const dumpSchema = z.looseObject({ configs: z.array(z.looseObject({ '@type': z.string() })) });
const resource = z.looseObject({ name: z.string().optional() });

const typeUrl = {
  routes: 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
  listeners: 'type.googleapis.com/envoy.config.listener.v3.Listener',
};

/** The entry of `syncz` of one proxy with other fields; null takes it out. */
function inSyncz(
  { namespace, pod }: typeof details,
  change: (one: z.output<typeof entry>) => object | null,
): Mutation['istiod'] {
  return (endpoint, value) => {
    const id = `${pod}.${namespace}`;
    if (endpoint === 'connections') {
      const { clients } = z
        .looseObject({ clients: z.array(z.looseObject({ connectionId: z.string() })) })
        .parse(value);
      return { clients: clients.filter(({ connectionId }) => !connectionId.startsWith(id)) };
    }
    if (endpoint !== 'syncz') return value;
    return z
      .array(entry)
      .parse(value)
      .flatMap((one) => (one.proxy === id ? (change(one) ?? []) : [one]));
  };
}

function withResource(one: z.output<typeof entry>, url: string, fields: object): object {
  const resources = { ...one.resources, [url]: { ...one.resources[url], ...fields } };
  return { ...one, resources };
}

/** The parts of one kind of a proxy's own dump, changed. */
function inDump(
  at: typeof details,
  part: string,
  change: (config: Record<string, unknown>) => void,
): Mutation['envoy'] {
  return {
    pod: at.pod,
    change: (path, value) => {
      if (path !== 'config_dump') return value;
      const dump = dumpSchema.parse(value);
      for (const config of dump.configs) if (config['@type'].endsWith(`.${part}`)) change(config);
      return dump;
    },
  };
}

function listIn(config: Record<string, unknown>, field: string): Record<string, unknown>[] {
  return z.array(z.looseObject({})).parse(config[field]);
}

function certificatesOf(at: typeof details, validFrom: string, expires: string): Mutation['envoy'] {
  return {
    pod: at.pod,
    change: (path, value) =>
      path === 'certs'
        ? JSON.parse(
            JSON.stringify(value)
              .replaceAll(/"valid_from":"[^"]*"/g, `"valid_from":"${validFrom}"`)
              .replaceAll(/"expiration_time":"[^"]*"/g, `"expiration_time":"${expires}"`),
          )
        : value,
  };
}

/** Takes one address of a cluster out of an assignment, wherever it stands in an answer. */
function withoutAddress(value: unknown, address: string): unknown {
  if (Array.isArray(value))
    return value
      .filter((one) => !isEndpoint(one, address))
      .map((one: unknown) => withoutAddress(one, address));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutAddress(one, address)]));
}

/** The same of one cluster in Envoy's list of clusters. */
function withoutHostOf(cluster: string, value: unknown, address: string): unknown {
  const { cluster_statuses: statuses } = z.looseObject({ cluster_statuses: z.array(resource) }).parse(value);
  return {
    cluster_statuses: statuses.map((one) => (one.name === cluster ? withoutAddress(one, address) : one)),
  };
}

function isEndpoint(value: unknown, address: string): boolean {
  const text = JSON.stringify(value) ?? '';
  const isHost = text.startsWith('{"endpoint"') || /^\{"address":\{"socket_address"/.test(text);
  return isHost && text.includes(`"${address}"`);
}

const withoutPod = (pod: string) => (objects: MeshObjects) => ({
  ...objects,
  Pod: objects.Pod.filter(({ metadata }) => metadata.name !== pod),
});

const isOf = ({ pod }: typeof details, proxyId: string | undefined) =>
  proxyId?.startsWith(`${pod}.`) === true;

export const mutationCases: readonly MutationCase[] = [
  {
    name: 'a push of routes that is not confirmed',
    mutation: {
      istiod: inSyncz(productpage, (one) => withResource(one, typeUrl.routes, { acked: 'older' })),
    },
    expected: [
      {
        proxy: 'productpage',
        class: 'stale',
        severity: 'degraded',
        says: /istiod sent RDS, the oldest sent \d\smin ago/,
      },
    ],
  },
  {
    name: 'a route with another timeout in Envoy',
    mutation: {
      envoy: inDump(productpage, 'RoutesConfigDump', (config) => {
        config.dynamic_route_configs = listIn(config, 'dynamic_route_configs').map((one) => {
          const text = JSON.stringify(one);
          return text.includes('"name":"9080"')
            ? JSON.parse(text.replace('"timeout":"0s"', '"timeout":"7s"'))
            : one;
        });
      }),
    },
    expected: [
      { proxy: 'productpage', class: 'contentDiffers', severity: 'degraded', says: /1 field in 1 resource/ },
    ],
  },
  {
    name: 'a refused listener, as istiod was told',
    mutation: {
      istiod: inSyncz(details, (one) =>
        withResource(one, typeUrl.listeners, {
          lastError:
            "Error adding/updating listener(s) 0.0.0.0_80: unable to open file '/dev/stdout': Permission denied\n",
        }),
      ),
    },
    expected: [
      {
        proxy: 'details',
        class: 'rejected',
        severity: 'failing',
        says: /access log \/dev\/stdout cannot be opened \(Permission denied\)/,
      },
    ],
  },
  {
    name: 'a refused update of a listener, as Envoy keeps it',
    mutation: {
      envoy: inDump(details, 'ListenersConfigDump', (config) => {
        const [first = {}, ...others] = listIn(config, 'dynamic_listeners');
        const error = { details: 'duplicate listener', last_update_attempt: '2026-11-21T02:00:00Z' };
        config.dynamic_listeners = [{ ...first, error_state: error }, ...others];
      }),
    },
    expected: [
      { proxy: 'details', class: 'errorState', severity: 'failing', says: /Each goes on as it was before/ },
    ],
  },
  {
    name: 'an endpoint that neither istiod nor Envoy has',
    mutation: {
      envoy: {
        pod: productpage.pod,
        change: (path, value) =>
          path === 'config_dump' || path === 'clusters' ? withoutAddress(value, '10.244.1.8') : value,
      },
      istiod: (endpoint, value, proxyId) =>
        endpoint === 'config_dump' && isOf(productpage, proxyId)
          ? withoutAddress(value, '10.244.1.8')
          : value,
    },
    expected: [
      {
        proxy: 'productpage',
        class: 'endpointMissing',
        severity: 'degraded',
        says: /reviews port 9080 .*10\.244\.1\.8:9080/,
      },
    ],
  },
  {
    name: 'an endpoint that Envoy was sent and does not use',
    mutation: {
      envoy: {
        pod: productpage.pod,
        change: (path, value) => (path === 'clusters' ? withoutHostOf(reviews, value, '10.244.1.8') : value),
      },
    },
    expected: [
      {
        proxy: 'productpage',
        class: 'endpointMissing',
        severity: 'degraded',
        says: /Envoy does not work with 1 of/,
      },
    ],
  },
  {
    name: 'a certificate that expired',
    mutation: { envoy: certificatesOf(details, '2026-11-19T01:00:00Z', '2026-11-20T01:00:00Z') },
    expected: [
      {
        proxy: 'details',
        class: 'certificateOld',
        severity: 'failing',
        says: /expired at 2026-11-20T01:28:00/,
      },
    ],
  },
  {
    name: 'a certificate that should have been renewed',
    mutation: { envoy: certificatesOf(details, '2026-11-20T02:00:00Z', '2026-11-21T06:00:00Z') },
    expected: [
      {
        proxy: 'details',
        class: 'certificateOld',
        severity: 'degraded',
        says: /of the certificate's life is over/,
      },
    ],
  },
  {
    name: 'an update of a cluster that is warming for half an hour',
    mutation: {
      envoy: inDump(details, 'ClustersConfigDump', (config) => {
        config.dynamic_warming_clusters = listIn(config, 'dynamic_active_clusters').slice(0, 1);
      }),
    },
    expected: [
      { proxy: 'details', class: 'warmingStuck', severity: 'degraded', says: /1 cluster is warming/ },
    ],
  },
  {
    name: 'a proxy two minor versions behind',
    mutation: { istiod: inSyncz(details, (one) => ({ ...one, istio_version: '1.29.4' })) },
    expected: [
      {
        proxy: 'details',
        class: 'versionSkew',
        severity: 'degraded',
        says: /2 minor versions ahead of the proxy/,
      },
    ],
  },
  {
    name: 'a proxy one minor version behind',
    mutation: { istiod: inSyncz(details, (one) => ({ ...one, istio_version: '1.30.0' })) },
    expected: [{ proxy: 'details', class: 'versionSkew', severity: 'info', says: /Istio supports one/ }],
  },
  {
    name: 'a proxy ahead of its control plane',
    mutation: { istiod: inSyncz(details, (one) => ({ ...one, istio_version: '1.32.0' })) },
    expected: [
      {
        proxy: 'details',
        class: 'versionSkew',
        severity: 'degraded',
        says: /The proxy is 1 minor version ahead/,
      },
    ],
  },
  {
    name: 'a pod that is gone',
    mutation: { objects: withoutPod(details.pod) },
    expected: [{ proxy: 'details', class: 'podGone', severity: 'info', says: /there is no pod details-v1/ }],
  },
  {
    name: 'a configured proxy that no replica knows',
    mutation: { istiod: inSyncz(details, () => null) },
    expected: [
      { proxy: 'details', class: 'connectedToNone', severity: 'failing', says: /lost its control plane/ },
    ],
  },
  {
    name: 'a proxy without configuration that no replica knows',
    mutation: {
      istiod: inSyncz(details, () => null),
      envoy: {
        pod: details.pod,
        change: (path, value) =>
          path === 'config_dump'
            ? {
                configs: dumpSchema
                  .parse(value)
                  .configs.filter((one) => /Bootstrap|Secrets/.test(one['@type'])),
              }
            : value,
      },
    },
    expected: [
      {
        proxy: 'details',
        class: 'neverConnected',
        severity: 'failing',
        says: /never been given any configuration/,
      },
    ],
  },
  {
    name: 'a proxy that no replica knows and that does not answer',
    mutation: {
      istiod: inSyncz(details, () => null),
      envoy: {
        pod: details.pod,
        change: (path, value) => {
          if (path === 'config_dump') throw new Error('connection refused');
          return value;
        },
      },
    },
    expected: [
      {
        proxy: 'details',
        class: 'unknownToIstiod',
        severity: 'failing',
        says: /only replica .* does not list it/,
      },
    ],
  },
  {
    name: 'a proxy that no replica knows while one of them is silent',
    mutation: {
      istiod: inSyncz(details, () => null),
      otherReplicas: [
        { replica: 'istiod-2', failure: { code: 'timeout', message: 'did not answer within 10 s.' } },
      ],
    },
    expected: [],
    undecided: ['unknownToIstiod'],
  },
  {
    name: 'a second replica that is silent, while all proxies are known',
    mutation: {
      otherReplicas: [
        { replica: 'istiod-2', failure: { code: 'unreachable', message: 'connection refused.' } },
      ],
    },
    expected: [],
  },
];
