import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { LinkableSection, LinkMesh } from './links-of.ts';
import type { ObjectIndex } from './object-index.ts';
import type { Origin } from './origin.ts';
import type { ProxyFacts } from './proxy-facts.ts';

export type LinkContext = {
  section: LinkableSection;
  mesh: LinkMesh;
  index: ObjectIndex;
  /** What is known of the pod whose dump it is; undefined for a dump from a file. */
  proxy: ProxyFacts | undefined;
};

/** Finds the objects of one kind behind an item. `position` is the item's place among all origins of the section. */
export type LinkFinder = (origin: Origin, position: number) => ProxyLink[];

/** Looks once at the whole section, then at each item. */
export type Linker = (context: LinkContext, origins: readonly Origin[]) => LinkFinder;

export function referenceTo(
  kind: ObjectKind,
  { namespace = '', name }: { namespace?: string | undefined; name: string },
): ObjectReference & { kind: ObjectKind } {
  return { kind, namespace, name };
}
