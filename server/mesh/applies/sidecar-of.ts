import type { ObjectOf } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { AppliedObject } from './applied-object.ts';
import { words } from './selector-policies.ts';

type Sidecar = ObjectOf<'Sidecar'>;
type Labels = Readonly<Record<string, string>>;

/** The one Sidecar that a workload obeys: by selector, else its namespace's, else the root namespace's; the oldest of each. */
export function sidecarOf(
  { namespace, labels }: { namespace: string; labels: Labels },
  { objects, rootNamespace }: { objects: MeshObjects; rootNamespace: string },
): AppliedObject[] {
  const inNamespace = (wanted: string) =>
    objects.Sidecar.filter(({ metadata }) => metadata.namespace === wanted);
  const own = inNamespace(namespace);
  const selecting = oldest(own.filter((one) => !isWide(one) && matchesSelector(labels, selectorOf(one))));
  if (selecting !== undefined)
    return [applied(selecting, 'selector', `Its selector ${words(selectorOf(selecting))} matches the pods.`)];
  const wide = oldest(own.filter(isWide));
  if (wide !== undefined)
    return [applied(wide, 'namespace', `It has no selector: for every workload of namespace ${namespace}.`)];
  const root = oldest(inNamespace(rootNamespace).filter(isWide));
  return root === undefined
    ? []
    : [applied(root, 'mesh', `It stands in the root namespace ${rootNamespace}: for the whole mesh.`)];
}

function selectorOf({ spec }: Sidecar): Labels {
  return spec.workloadSelector?.labels ?? {};
}

function isWide(sidecar: Sidecar): boolean {
  return Object.keys(selectorOf(sidecar)).length === 0;
}

function oldest(sidecars: readonly Sidecar[]): Sidecar | undefined {
  const age = ({ metadata }: Sidecar) => `${metadata.creationTimestamp ?? ''} ${metadata.name}`;
  return sidecars.toSorted((one, other) => (age(one) < age(other) ? -1 : 1))[0];
}

function applied({ metadata }: Sidecar, scope: AppliedObject['scope'], why: string): AppliedObject {
  const { namespace = '', name } = metadata;
  return { object: { kind: 'Sidecar', namespace, name }, scope, why };
}
