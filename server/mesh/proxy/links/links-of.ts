import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { MeshProxy } from '#server/mesh/proxy/find-proxy.ts';
import type { Origin } from './origin.ts';

export type LinkableSection =
  | 'clusters'
  | 'listeners'
  | 'routes'
  | 'endpoints'
  | 'secrets'
  | 'ecds'
  | 'bootstrap';

/** What links are looked up in: the objects of the mesh, and whose dump it is. `proxy` is absent for a dump from a file. */
export type LinkMesh = { objects: MeshObjects; rootNamespace: string; proxy: MeshProxy | undefined };

/** The objects behind each of a section's rows, in their order. */
export function linksOf(
  _section: LinkableSection,
  origins: readonly Origin[],
  _mesh: LinkMesh,
): ProxyLink[][] {
  return origins.map(() => []);
}
