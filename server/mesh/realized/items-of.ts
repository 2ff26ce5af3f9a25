import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { RealizedItem, RealizedProxy } from '#lib/contract/realized.ts';
import type { LinkMesh } from '#server/mesh/proxy/links/links-of.ts';
import { linksInTurns } from '#server/mesh/proxy/links-in-turns.ts';
import type { RealizedRows } from './realized-job.ts';

/** What shapes a whole proxy (a Sidecar, Telemetry) is behind thousands of its items. */
const itemsShown = 200;

type Wanted = LinkMesh & { wanted: ObjectReference };

/** The items of a proxy that lead to an object: those that show it before those that it only shapes. */
export async function itemsOf(
  sections: readonly RealizedRows[],
  mesh: Wanted,
): Promise<Pick<RealizedProxy, 'items' | 'itemCount'>> {
  const items: RealizedItem[] = [];
  for (const { section, rows, origins } of sections) {
    const links = await linksInTurns(section, origins, mesh);
    for (const [place, row] of rows.entries())
      for (const link of links[place] ?? [])
        if (isTo(link, mesh.wanted)) {
          const { confidence, relation, part, because } = link;
          const { id: rowId, title, state, proofPath } = row;
          items.push({ section, rowId, title, state, proofPath, confidence, relation, part, because });
        }
  }
  items.sort((one, other) => Number(isApplied(one)) - Number(isApplied(other)));
  return { items: items.slice(0, itemsShown), itemCount: items.length };
}

function isTo({ kind, namespace, name }: ProxyLink, wanted: ObjectReference): boolean {
  return kind === wanted.kind && namespace === wanted.namespace && name === wanted.name;
}

function isApplied({ relation }: RealizedItem): boolean {
  return relation === 'applies';
}
