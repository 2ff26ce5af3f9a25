import type { ComponentType, ComponentVersion } from '#lib/contract/mesh.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import type { ControlPlaneFacts } from './facts.ts';

/** One pod of Istio: its version, who says it, and the version of the control plane that it is compared with. */
export type ComponentMember = {
  type: ComponentType;
  version: string | undefined;
  source: ComponentVersion['source'];
  namespace: string;
  name: string;
  controlPlane: string | undefined;
};

/**
 * Every istiod, proxy and CNI plugin. What istiod does not say is read off the image's tag. Who is connected to no replica
 * is compared with the only control plane, and with none where there are several versions of it.
 */
export function componentMembers(facts: ControlPlaneFacts): ComponentMember[] {
  const istiods = istiodMembers(facts);
  const versions = new Map(istiods.map(({ name, version }) => [name, version]));
  const [only, ...others] = new Set(
    [...facts.versions.values(), ...versions.values()].filter((version) => version !== undefined),
  );
  const planes: Planes = {
    of: (replica) => facts.versions.get(replica) ?? versions.get(replica),
    only: others.length === 0 ? only : undefined,
  };
  return [...istiods, ...proxyMembers(facts, planes), ...pluginMembers(facts, planes)];
}

type Planes = { of: (replica: string) => string | undefined; only: string | undefined };

function istiodMembers({ objects, versions }: ControlPlaneFacts): ComponentMember[] {
  return objects.Pod.filter(({ metadata }) => metadata.labels.app === 'istiod').map((pod) => {
    const told = versions.get(pod.metadata.name);
    const version = told ?? imageVersion(pod, 'discovery');
    return { type: 'istiod', ...versionOf(told, version), ...placeOf(pod), controlPlane: version };
  });
}

function proxyMembers(facts: ControlPlaneFacts, planes: Planes): ComponentMember[] {
  const connected = new Map(facts.proxies.map((proxy) => [`${proxy.namespace}/${proxy.pod}`, proxy]));
  const known = proxiesOf(facts.objects).map(({ pod, namespace, name, type }): ComponentMember => {
    const proxy = connected.get(`${namespace}/${name}`);
    connected.delete(`${namespace}/${name}`);
    const version = proxy?.version ?? imageVersion(pod, 'istio-proxy');
    const controlPlane = proxy === undefined ? planes.only : planes.of(proxy.replica);
    return { type, ...versionOf(proxy?.version, version), namespace, name, controlPlane };
  });
  // Proxies of pods that are gone, or that run outside Kubernetes.
  const others = [...connected.values()].map(
    ({ type, version, namespace, pod, replica }): ComponentMember => ({
      type,
      ...versionOf(version, version),
      namespace,
      name: pod,
      controlPlane: planes.of(replica),
    }),
  );
  return [...known, ...others];
}

function pluginMembers(facts: ControlPlaneFacts, planes: Planes): ComponentMember[] {
  return facts.objects.Pod.filter(({ metadata }) => metadata.labels['k8s-app'] === 'istio-cni-node').map(
    (pod) => ({
      type: 'cni',
      ...versionOf(undefined, imageVersion(pod, 'install-cni')),
      ...placeOf(pod),
      controlPlane: planes.only,
    }),
  );
}

function versionOf(
  told: string | undefined,
  version: string | undefined,
): Pick<ComponentMember, 'version' | 'source'> {
  return { version, source: told !== undefined ? 'istiod' : version === undefined ? 'none' : 'image' };
}

function placeOf({ metadata }: ObjectOf<'Pod'>): Pick<ComponentMember, 'namespace' | 'name'> {
  return { namespace: metadata.namespace ?? '', name: metadata.name };
}

function imageVersion({ spec }: ObjectOf<'Pod'>, container: string): string | undefined {
  const all = [...spec.containers, ...spec.initContainers];
  const image = (all.find(({ name }) => name === container) ?? all[0])?.image;
  const tag = /:([^/:@]+)(@|$)/.exec(image ?? '')?.[1];
  return tag?.replace(/-(distroless|debug)$/, '');
}
