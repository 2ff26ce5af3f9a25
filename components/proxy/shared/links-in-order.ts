import type { ProxyLink } from '#lib/contract/proxy-links.ts';

/** What the item shows before what only shapes it, and objects that exist before those that do not. */
export function linksInOrder(links: readonly ProxyLink[]): ProxyLink[] {
  return links.toSorted((one, other) => rank(one) - rank(other));
}

function rank({ relation, isMissing }: ProxyLink): number {
  return (relation === 'shows' ? 0 : 2) + (isMissing === true ? 1 : 0);
}
