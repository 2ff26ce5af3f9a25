import type { proxyTypes } from '#lib/contract/proxies.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { objectAt, textAt } from '#server/mesh/proxy/json/json.ts';

type ProxyType = (typeof proxyTypes)[number];

/** A proxy as the replica of istiod that it is connected to sees it. */
export type ConnectedProxy = {
  namespace: string;
  pod: string;
  type: ProxyType;
  version: string | undefined;
  replica: string;
  isInSync: boolean;
  /** What it refused, by type of configuration. */
  refusals: { type: string; text: string }[];
};

const typeByName: Readonly<Record<string, ProxyType>> = {
  sidecar: 'sidecar',
  router: 'gateway',
  waypoint: 'waypoint',
  ztunnel: 'ztunnel',
  agentgateway: 'agentgateway',
};

/**
 * The entries of `/debug/syncz` of all replicas; those without a proxy's name are left out. In sync: it was sent
 * something, and confirmed all of it without an error.
 */
export function connectedProxies(entries: readonly ReplicaAnswer<unknown>[]): ConnectedProxy[] {
  return entries.flatMap(({ replica, value }) => {
    const name = textAt(value, 'proxy') ?? '';
    const dot = name.lastIndexOf('.');
    if (dot < 1) return [];
    return [
      {
        namespace: name.slice(dot + 1),
        pod: name.slice(0, dot),
        type: typeByName[textAt(value, 'proxy_type') ?? ''] ?? 'unknown',
        version: textAt(value, 'istio_version'),
        replica,
        isInSync: isInSync(value),
        refusals: refusalsOf(value),
      },
    ];
  });
}

/** Proxies of Istio before 1.24 have no `resources` but a pair of fields for each type. */
const olderFields = ['cluster', 'listener', 'route', 'endpoint', 'extensionconfig'];

function isInSync(entry: unknown): boolean {
  const resources = Object.values(objectAt(entry, 'resources') ?? {});
  const pairs =
    resources.length > 0
      ? resources.map((resource) => [textAt(resource, 'sent') ?? '', textAt(resource, 'acked') ?? ''])
      : olderFields.map((field) => [
          textAt(entry, `${field}_sent`) ?? '',
          textAt(entry, `${field}_acked`) ?? '',
        ]);
  return (
    refusalsOf(entry).length === 0 &&
    pairs.every(([sent, acked]) => sent === acked) &&
    pairs.some(([sent]) => sent !== '')
  );
}

function refusalsOf(entry: unknown): ConnectedProxy['refusals'] {
  return Object.entries(objectAt(entry, 'resources') ?? {}).flatMap(([url, resource]) => {
    const text = textAt(resource, 'lastError');
    return text === undefined || text === '' ? [] : [{ type: url.split('.').at(-1) ?? url, text }];
  });
}
