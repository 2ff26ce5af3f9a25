import { linkConfidences, type ProxyLink } from '#lib/contract/proxy-links.ts';

/**
 * Each object once for each of its parts, by the surest of the ways that lead there; surest first. A way that knows no
 * part proves those that the other ways found.
 */
export function mergeLinks(links: readonly ProxyLink[]): ProxyLink[] {
  const [only, second] = links;
  if (only === undefined || second === undefined) return [...links];
  return mergeParts(links).sort((one, other) => rank(one) - rank(other));
}

/** Lists are short: looking through them costs less than keys for a map would. */
function mergeParts(links: readonly ProxyLink[]): ProxyLink[] {
  const merged: ProxyLink[] = [];
  for (const link of links) {
    const place = merged.findIndex((known) => isSame(known, link) && known.part === link.part);
    const known = merged[place];
    if (known === undefined) merged.push(link);
    else if (rank(link) < rank(known)) merged[place] = link;
  }
  if (!merged.some(({ part }) => part === undefined)) return merged;
  const isTold = (whole: ProxyLink) => merged.some((one) => one.part !== undefined && isSame(one, whole));
  return merged
    .filter((link) => link.part !== undefined || !isTold(link))
    .map((link) => {
      const whole =
        link.part === undefined
          ? undefined
          : merged.find((one) => one.part === undefined && isSame(one, link) && rank(one) < rank(link));
      return whole === undefined ? link : { ...whole, part: link.part };
    });
}

function isSame(one: ProxyLink, other: ProxyLink): boolean {
  return (
    one.name === other.name &&
    one.namespace === other.namespace &&
    one.kind === other.kind &&
    one.relation === other.relation
  );
}

function rank({ confidence, relation }: ProxyLink): number {
  return linkConfidences.indexOf(confidence) + (relation === 'applies' ? linkConfidences.length : 0);
}
