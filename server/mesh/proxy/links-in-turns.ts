import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { type LinkableSection, type LinkMesh, linksOf } from './links/links-of.ts';
import type { Origin } from './links/origin.ts';

/** As many rows as are linked in a few milliseconds. */
const rowsPerTurn = 200;

/** `linksOf` of many rows; between the turns other requests are answered. */
export async function linksInTurns(
  section: LinkableSection,
  origins: readonly Origin[],
  mesh: LinkMesh,
): Promise<ProxyLink[][]> {
  const links: ProxyLink[][] = [];
  for (let from = 0; from < origins.length; from += rowsPerTurn) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    links.push(...linksOf(section, origins.slice(from, from + rowsPerTurn), mesh));
  }
  return links;
}
