import type { ObjectOf } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { oldestFirst } from '#server/mesh/oldest-first.ts';
import type { AppliedObject } from './applied-object.ts';
import { words } from './selector-policies.ts';

type Sidecar = ObjectOf<'Sidecar'>;
type Labels = Readonly<Record<string, string>>;

type Subject = { namespace: string; labels: Labels };
type Mesh = { objects: MeshObjects; rootNamespace: string };

/** The one Sidecar that a workload obeys: by selector, else its namespace's, else the root namespace's; the oldest of each. */
export function sidecarInForce(
  { namespace, labels }: Subject,
  { objects, rootNamespace }: Mesh,
): { sidecar: Sidecar; scope: 'selector' | 'namespace' | 'mesh' } | undefined {
  const inNamespace = (wanted: string) =>
    objects.Sidecar.filter(({ metadata }) => metadata.namespace === wanted);
  const own = inNamespace(namespace);
  const selecting = oldest(own.filter((one) => !isWide(one) && matchesSelector(labels, selectorOf(one))));
  if (selecting !== undefined) return { sidecar: selecting, scope: 'selector' };
  const wide = oldest(own.filter(isWide));
  if (wide !== undefined) return { sidecar: wide, scope: 'namespace' };
  const root = oldest(inNamespace(rootNamespace).filter(isWide));
  return root && { sidecar: root, scope: 'mesh' };
}

/** The same, as an object that applies. */
export function sidecarOf(subject: Subject, mesh: Mesh): AppliedObject[] {
  const found = sidecarInForce(subject, mesh);
  if (found === undefined) return [];
  const { sidecar, scope } = found;
  const whys = {
    selector: `Its selector ${words(selectorOf(sidecar))} matches the pods.`,
    namespace: `It has no selector: for every workload of namespace ${subject.namespace}.`,
    mesh: `It stands in the root namespace ${mesh.rootNamespace}: for the whole mesh.`,
  };
  const { namespace = '', name } = sidecar.metadata;
  return [{ object: { kind: 'Sidecar', namespace, name }, scope, why: whys[scope] }];
}

function selectorOf({ spec }: Sidecar): Labels {
  return spec.workloadSelector?.labels ?? {};
}

function isWide(sidecar: Sidecar): boolean {
  return Object.keys(selectorOf(sidecar)).length === 0;
}

function oldest(sidecars: readonly Sidecar[]): Sidecar | undefined {
  return sidecars.toSorted(oldestFirst)[0];
}
