import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { type LinkableSection, type LinkMesh, linksByPosition } from './links/links-of.ts';
import type { Origin } from './links/origin.ts';

/** As many rows as are linked in a few milliseconds. */
const rowsPerTurn = 200;

/** `linksOf` of many rows; between the turns other requests are answered. */
export async function linksInTurns(
  section: LinkableSection,
  origins: readonly Origin[],
  mesh: LinkMesh,
): Promise<ProxyLink[][]> {
  const linksAt = linksByPosition(section, origins, mesh);
  const links: ProxyLink[][] = [];
  for (let position = 0; position < origins.length; position++) {
    if (position > 0 && position % rowsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
    links.push(linksAt(position));
  }
  return links;
}
