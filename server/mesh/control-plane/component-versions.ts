import { type ComponentType, type ComponentVersion, componentTypes, type skews } from '#lib/contract/mesh.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import type { ControlPlaneFacts } from './facts.ts';
import { judgeSkew } from './version-skew.ts';

type Member = {
  type: ComponentType;
  version: string | undefined;
  source: ComponentVersion['source'];
  namespace: string;
  name: string;
  controlPlane: string | undefined;
};

/**
 * Everything of Istio that runs, grouped by type and version as `istioctl version` does it, and compared with the control
 * plane that each is connected to. What istiod does not know is read off the image's tag.
 */
export function componentVersions(facts: ControlPlaneFacts): ComponentVersion[] {
  const groups = new Map<string, Member[]>();
  for (const member of [...istiods(facts), ...proxies(facts), ...pluginPods(facts)]) {
    const key = [member.type, member.version, member.source].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()].map(groupOf).sort(byTypeAndVersion);
}

function groupOf(members: readonly Member[]): ComponentVersion {
  const [first] = members;
  if (first === undefined) throw new RangeError('A group has members');
  const judged = members
    .map(({ type, version, controlPlane }) => judgeSkew({ type, version, controlPlane }))
    .sort((left, right) => severity(right.skew) - severity(left.skew));
  const { skew, why } = judged[0] ?? judgeSkew(first);
  return {
    type: first.type,
    ...(first.version === undefined ? {} : { version: first.version }),
    count: members.length,
    source: first.source,
    members: members.map(({ namespace, name }) => ({ namespace, name })),
    skew,
    why,
  };
}

const severities = [
  'same',
  'patch',
  'supported',
  'unknown',
  'unsupported',
] satisfies (typeof skews)[number][];

function severity(skew: (typeof skews)[number]): number {
  return severities.indexOf(skew);
}

function byTypeAndVersion(left: ComponentVersion, right: ComponentVersion): number {
  return (
    componentTypes.indexOf(left.type) - componentTypes.indexOf(right.type) ||
    (left.version ?? '').localeCompare(right.version ?? '', 'en', { numeric: true })
  );
}

function istiods({ objects, versions }: ControlPlaneFacts): Member[] {
  return objects.Pod.filter(({ metadata }) => metadata.labels.app === 'istiod').map((pod) => {
    const told = versions.get(pod.metadata.name);
    const version = told ?? imageVersion(pod, 'discovery');
    return { type: 'istiod', ...versionOf(told, version), ...placeOf(pod), controlPlane: version };
  });
}

function proxies(facts: ControlPlaneFacts): Member[] {
  const connected = new Map(facts.proxies.map((proxy) => [`${proxy.namespace}/${proxy.pod}`, proxy]));
  const known = proxiesOf(facts.objects).map(({ pod, namespace, name, type }): Member => {
    const proxy = connected.get(`${namespace}/${name}`);
    connected.delete(`${namespace}/${name}`);
    const version = proxy?.version ?? imageVersion(pod, type === 'sidecar' ? 'istio-proxy' : undefined);
    const controlPlane = proxy === undefined ? onlyVersion(facts) : facts.versions.get(proxy.replica);
    return { type, ...versionOf(proxy?.version, version), namespace, name, controlPlane };
  });
  // Proxies of pods that are gone, or that run outside Kubernetes.
  const others = [...connected.values()].map(
    ({ type, version, namespace, pod, replica }): Member => ({
      type,
      ...versionOf(version, version),
      namespace,
      name: pod,
      controlPlane: facts.versions.get(replica),
    }),
  );
  return [...known, ...others];
}

function pluginPods(facts: ControlPlaneFacts): Member[] {
  return facts.objects.Pod.filter(({ metadata }) => metadata.labels['k8s-app'] === 'istio-cni-node').map(
    (pod) => ({
      type: 'cni',
      ...versionOf(undefined, imageVersion(pod, 'install-cni')),
      ...placeOf(pod),
      controlPlane: onlyVersion(facts),
    }),
  );
}

function versionOf(
  told: string | undefined,
  version: string | undefined,
): Pick<Member, 'version' | 'source'> {
  return { version, source: told !== undefined ? 'istiod' : version === undefined ? 'none' : 'image' };
}

function placeOf({ metadata }: ObjectOf<'Pod'>): Pick<Member, 'namespace' | 'name'> {
  return { namespace: metadata.namespace ?? '', name: metadata.name };
}

/** For what is connected to no replica: the version of the control plane, where it has only one. */
function onlyVersion({ versions }: ControlPlaneFacts): string | undefined {
  const all = [...new Set(versions.values())];
  return all.length === 1 ? all[0] : undefined;
}

function imageVersion({ spec }: ObjectOf<'Pod'>, container: string | undefined): string | undefined {
  const all = [...spec.containers, ...spec.initContainers];
  const image = (all.find(({ name }) => name === container) ?? all[0])?.image;
  const tag = /:([^/:@]+)(@|$)/.exec(image ?? '')?.[1];
  return tag?.replace(/-(distroless|debug)$/, '');
}
