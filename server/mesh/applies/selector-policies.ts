import type { ObjectKind } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { AppliedObject } from './applied-object.ts';

type Labels = Readonly<Record<string, string>>;
type TargetReference = { kind: string; name: string };
type SelectorPolicy = {
  kind: ObjectKind;
  namespace: string;
  name: string;
  /** Empty for all workloads of the namespace. */
  selector: Labels;
  targets: readonly TargetReference[];
};

const selectorKinds = [
  'AuthorizationPolicy',
  'PeerAuthentication',
  'RequestAuthentication',
  'Telemetry',
  'WasmPlugin',
  'TrafficExtension',
  'ProxyConfig',
] as const;
const kept = new WeakMap<MeshObjects, ReadonlyMap<string, readonly SelectorPolicy[]>>();

/** Objects that say by labels, or by a `targetRef`, for whom they are; by namespace, made once for each snapshot. */
function selectorPolicies(objects: MeshObjects): ReadonlyMap<string, readonly SelectorPolicy[]> {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const policies = [
    ...selectorKinds.flatMap((kind) =>
      objects[kind].map(({ metadata, spec }) => ({
        kind,
        namespace: metadata.namespace ?? '',
        name: metadata.name,
        selector: spec.selector?.matchLabels ?? {},
        targets: kind === 'PeerAuthentication' || kind === 'ProxyConfig' ? [] : targetsOf(spec),
      })),
    ),
    ...objects.EnvoyFilter.map(({ metadata, spec }) => ({
      kind: 'EnvoyFilter' as const,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      selector: spec.workloadSelector?.labels ?? {},
      targets: targetsOf(spec),
    })),
  ];
  const byNamespace = Map.groupBy(policies, ({ namespace }) => namespace);
  kept.set(objects, byNamespace);
  return byNamespace;
}

/**
 * Those that hold for a workload's proxy: its own namespace's by selector or without one, the root namespace's without
 * one. A waypoint obeys only what targets it. Source: Istio's reference of the workload selector and of `targetRefs`.
 */
export function policiesOfWorkload(
  { namespace, labels }: { namespace: string; labels: Labels },
  { objects, rootNamespace }: { objects: MeshObjects; rootNamespace: string },
): AppliedObject[] {
  const byNamespace = selectorPolicies(objects);
  const gateway = labels['gateway.networking.k8s.io/gateway-name'];
  const isWaypoint = labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller';
  const own = (byNamespace.get(namespace) ?? []).flatMap((policy): AppliedObject[] => {
    if (policy.targets.length > 0)
      return policy.targets.some(({ kind, name }) => kind === 'Gateway' && name === gateway)
        ? [applied(policy, 'target', `It targets Gateway ${gateway}, which this proxy serves.`)]
        : [];
    if (isWaypoint) return [];
    if (Object.keys(policy.selector).length === 0)
      return [
        namespace === rootNamespace
          ? applied(policy, 'mesh', 'It stands in the root namespace without a selector: for the whole mesh.')
          : applied(policy, 'namespace', `It has no selector: for every workload of namespace ${namespace}.`),
      ];
    return matchesSelector(labels, policy.selector)
      ? [applied(policy, 'selector', `Its selector ${words(policy.selector)} matches the pods.`)]
      : [];
  });
  if (namespace === rootNamespace || isWaypoint) return own;
  const meshWide = (byNamespace.get(rootNamespace) ?? [])
    .filter(({ selector, targets }) => Object.keys(selector).length === 0 && targets.length === 0)
    .map((policy) =>
      applied(policy, 'mesh', `It stands in the root namespace ${rootNamespace}: for the whole mesh.`),
    );
  return [...own, ...meshWide];
}

/** Those that name a Service or ServiceEntry of their own namespace. */
export function policiesOfService(
  { kind, namespace, name }: { kind: 'Service' | 'ServiceEntry'; namespace: string; name: string },
  objects: MeshObjects,
): AppliedObject[] {
  return (selectorPolicies(objects).get(namespace) ?? [])
    .filter(({ targets }) => targets.some((target) => target.kind === kind && target.name === name))
    .map((policy) => applied(policy, 'target', `It targets ${kind} ${name}; a waypoint enforces it.`));
}

type Targets = { targetRef?: TargetReference | null; targetRefs?: readonly TargetReference[] | null };

function targetsOf(spec: { [field: string]: unknown } & Targets): readonly TargetReference[] {
  return [
    ...(spec.targetRefs ?? []),
    ...(spec.targetRef === undefined || spec.targetRef === null ? [] : [spec.targetRef]),
  ];
}

function applied(
  { kind, namespace, name }: SelectorPolicy,
  scope: AppliedObject['scope'],
  why: string,
): AppliedObject {
  return { object: { kind, namespace, name }, scope, why };
}

/** `app=reviews, version=v1` */
export function words(selector: Labels): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
