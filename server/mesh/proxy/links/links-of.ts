import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { MeshProxy } from '#server/mesh/proxy/find-proxy.ts';
import { linkers } from './linkers.ts';
import { mergeLinks } from './merge-links.ts';
import { objectIndexOf } from './object-index.ts';
import type { Origin } from './origin.ts';
import { proxyFactsOf } from './proxy-facts.ts';

export type LinkableSection =
  | 'clusters'
  | 'listeners'
  | 'routes'
  | 'endpoints'
  | 'secrets'
  | 'ecds'
  | 'bootstrap';

/** What links are looked up in: the objects of the mesh, and whose dump it is. `proxy` is absent for a dump from a file. */
export type LinkMesh = {
  objects: MeshObjects;
  rootNamespace: string;
  proxy: MeshProxy | undefined;
  /** Links lead to these namespaces alone; absent for all. */
  visibleNamespaces?: ReadonlySet<string> | undefined;
  /** Only this object's links are asked for: an item that stands for very many names it all the same. */
  wanted?: ObjectReference | undefined;
};

/**
 * The objects behind each of a section's rows, in their order; of each row the surest links first, then those that only
 * shape it. Pure; some ms for 1,000 rows, because objects are indexed once for each snapshot.
 */
export function linksOf(section: LinkableSection, origins: readonly Origin[], mesh: LinkMesh): ProxyLink[][] {
  const linksAt = linksByPosition(section, origins, mesh);
  return origins.map((_, position) => linksAt(position));
}

/** The same row by row, for who lets others work in between: the whole section is looked at first, and once. */
export function linksByPosition(
  section: LinkableSection,
  origins: readonly Origin[],
  mesh: LinkMesh,
): (position: number) => ProxyLink[] {
  const index = objectIndexOf(mesh.objects);
  const context = { section, mesh, index, proxy: proxyFactsOf(mesh, index) };
  const finders = linkers[section].map((linker) => linker(context, origins));
  const isVisible = ({ namespace }: ProxyLink) =>
    namespace === '' || mesh.visibleNamespaces?.has(namespace) !== false;
  return (position) => {
    const origin = origins[position];
    if (origin === undefined) return [];
    return mergeLinks(finders.flatMap((find) => find(origin, position)).filter(isVisible));
  };
}
