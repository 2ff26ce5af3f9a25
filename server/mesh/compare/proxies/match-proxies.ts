import type { ProxyMatch } from '#lib/contract/compare-proxies.ts';
import { topOwnerFinder } from '#server/mesh/inventory/top-owner.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type MeshProxy, type ProxyType, proxiesOf } from '#server/mesh/proxy/find-proxy.ts';

/** An Envoy of both sides, or of one. */
export type MatchedProxy = {
  namespace: string;
  workload: string;
  match: ProxyMatch;
  beforePod?: string;
  afterPod?: string;
};

/** Proxies that are no Envoys have no configuration in Envoy's sections. */
const envoys: ReadonlySet<ProxyType> = new Set(['sidecar', 'gateway', 'waypoint']);

type Named = { namespace: string; name: string; workload: string };

/**
 * The Envoys of two moments by pairs, sorted by namespace and workload: a pod that is in both is itself; of the others
 * one that is gone is matched with a new one of the same workload, in the order of their names. Which of several pods
 * replaced which nobody knows: they are made of one template.
 */
export function matchProxies(
  before: MeshObjects,
  after: MeshObjects,
  namespaces: '*' | readonly string[],
): MatchedProxy[] {
  const [was, is] = [envoysOf(before, namespaces), envoysOf(after, namespaces)];
  const stayed = is.filter((one) => was.some((other) => isSamePod(one, other)));
  const [gone, come] = [was, is].map((all) =>
    all.filter((one) => !stayed.some((other) => isSamePod(one, other))),
  );
  const waiting = Map.groupBy(gone ?? [], keyOf);
  const replaced = (come ?? []).map((one): MatchedProxy => {
    const earlier = waiting.get(keyOf(one))?.shift();
    const { namespace, workload, name } = one;
    if (earlier === undefined) return { namespace, workload, match: 'onlyAfter', afterPod: name };
    return { namespace, workload, match: 'sameWorkload', beforePod: earlier.name, afterPod: name };
  });
  return [
    ...stayed.map(
      ({ namespace, workload, name }): MatchedProxy => ({
        namespace,
        workload,
        match: 'samePod',
        beforePod: name,
        afterPod: name,
      }),
    ),
    ...replaced,
    ...[...waiting.values()].flat().map(
      ({ namespace, workload, name }): MatchedProxy => ({
        namespace,
        workload,
        match: 'onlyBefore',
        beforePod: name,
      }),
    ),
  ].sort((one, other) => inOrder(textOf(one), textOf(other)));
}

/** Proxies that are told apart: those of both sides that are no Envoys. */
export function otherProxyCount(objects: MeshObjects, namespaces: '*' | readonly string[]): number {
  return asked(proxiesOf(objects), namespaces).filter(({ type }) => !envoys.has(type)).length;
}

function envoysOf(objects: MeshObjects, namespaces: '*' | readonly string[]): Named[] {
  const ownerOf = topOwnerFinder(objects);
  return asked(proxiesOf(objects), namespaces)
    .filter(({ type }) => envoys.has(type))
    .map(({ pod, namespace, name }) => ({ namespace, name, workload: ownerOf(pod.metadata)?.name ?? name }))
    .sort((one, other) => inOrder(one.name, other.name));
}

function asked(proxies: MeshProxy[], namespaces: '*' | readonly string[]): MeshProxy[] {
  return namespaces === '*' ? proxies : proxies.filter(({ namespace }) => namespaces.includes(namespace));
}

function isSamePod(one: Named, other: Named): boolean {
  return one.namespace === other.namespace && one.name === other.name;
}

function keyOf({ namespace, workload }: Named): string {
  return `${namespace}/${workload}`;
}

function textOf({ namespace, workload, afterPod, beforePod }: MatchedProxy): string {
  return `${namespace}/${workload}/${afterPod ?? beforePod}`;
}

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });
