import type { EnvoySplit } from '#server/mesh/canary/envoy-split.ts';
import { loadEnvoySplits } from '#server/mesh/canary/in-envoy/load-envoy-splits.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { dumpOf } from '#tests/support/made-dump.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';

/** Dumps by the pod's name: its bytes, or why there are none. */
type Made = {
  objects?: readonly Manifest[];
  envoys?: Readonly<Record<string, Uint8Array | Error>>;
  istiod?: Readonly<Record<string, Uint8Array>>;
  /** How many proxies are being asked, each time one is. */
  onAsked?: (atOnce: number) => void;
};

/** A mesh whose proxies answer with made dumps. */
export function madeMesh({ objects = [], envoys = {}, istiod, onAsked }: Made): LoadContext {
  const context = graphContext({ objects: objectsSnapshot(objects) });
  let asking = 0;
  const admin = async ({ pod }: { pod: string }) => {
    asking += 1;
    onAsked?.(asking);
    await new Promise((resolve) => setImmediate(resolve));
    asking -= 1;
    const answer = envoys[pod] ?? new Error(`${pod} is not asked here`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    ...context,
    sources: {
      ...context.sources,
      envoy: { admin },
      ...(istiod === undefined
        ? {}
        : {
            istiod: {
              ask: async ({ endpoint, parameters }) => {
                const [pod = ''] = (parameters?.proxyID ?? '').split('.');
                const body = endpoint === 'config_dump' ? istiod[pod] : new TextEncoder().encode('[]');
                const failure = { code: 'not_connected', message: `${pod} is not connected.` } as const;
                return [{ replica: 'istiod-1', ...(body === undefined ? { failure } : { body }) }];
              },
              status: async () => ({ id: 'istiod', state: 'ok' }),
            },
          }),
    },
  };
}

/** What the proxy of `shop/web` has of a split, where its dump is this. */
export async function inWebsEnvoy(
  split: Split,
  dump: Uint8Array,
  objects: readonly Manifest[] = [],
): Promise<EnvoySplit> {
  const context = madeMesh({ objects: [webPod, ...objects], envoys: { 'web-1': dump } });
  const { proxies } = await loadEnvoySplits(split, [web], context);
  const [proxy] = proxies;
  if (proxy === undefined) throw new Error('web has a proxy');
  return proxy;
}

export const web = { namespace: 'shop', workload: 'web-1' };
export const webPod = proxyPod();

/** A VirtualService `shop/cart` with these rules. */
export function cartRules(rules: readonly object[], fields: object = {}): Manifest {
  return {
    kind: 'VirtualService',
    namespace: 'shop',
    name: 'cart',
    spec: { hosts: ['cart'], http: rules, ...fields },
  };
}

const marker = (name: string, namespace = 'shop') => ({
  metadata: {
    filter_metadata: {
      istio: { config: `/apis/networking.istio.io/v1/namespaces/${namespace}/virtual-service/${name}` },
    },
  },
});

type Route = {
  to?: string | Readonly<Record<string, number>>;
  name?: string;
  path?: string;
  /** The VirtualService that it is marked with; '' for no mark. */
  of?: string;
  weighted?: object;
};

/** A route as Envoy has it: to a cluster, or to several by weight. */
export function envoyRoute({ to = {}, name, path = '/', of = 'cart', weighted = {} }: Route): object {
  const action =
    typeof to === 'string'
      ? { cluster: to }
      : {
          weighted_clusters: {
            clusters: Object.entries(to).map(([cluster, weight]) => ({ name: cluster, weight })),
            ...weighted,
          },
        };
  return {
    ...(name === undefined ? {} : { name }),
    match: { prefix: path },
    route: action,
    ...(of === '' ? {} : marker(of)),
  };
}

export type MadeHost = { name?: string; domains: readonly string[]; routes: readonly object[] };

/** A dump of route tables. */
export function routeDump(tables: Readonly<Record<string, readonly MadeHost[]>>): Uint8Array {
  return dumpOf({
    part: 'RoutesConfigDump',
    dynamic_route_configs: Object.entries(tables).map(([name, hosts]) => ({
      version_info: '1',
      last_updated: '2026-11-21T02:00:00Z',
      route_config: {
        name,
        virtual_hosts: hosts.map(({ name: host = hosts[0]?.domains[0] ?? '', ...rest }) => ({
          name: host,
          ...rest,
        })),
      },
    })),
  });
}

/** The table of port 8080 with the virtual host of `shop/cart`, and these routes in it. */
export function cartDump(...routes: readonly object[]): Uint8Array {
  return routeDump({
    8080: [
      { name: 'cart.shop.svc.cluster.local:8080', domains: ['cart.shop.svc.cluster.local', 'cart'], routes },
    ],
  });
}

/** `state: weights`, the shortest that tells what was found. */
export function told({ state, weights }: EnvoySplit): string {
  return `${state}: ${weights}`;
}
