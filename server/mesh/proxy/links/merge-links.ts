import { linkConfidences, type ProxyLink } from '#lib/contract/proxy-links.ts';

/**
 * Each object once for each of its parts, by the surest of the ways that lead there; surest first. A way that knows no
 * part proves those that the other ways found.
 */
export function mergeLinks(links: readonly ProxyLink[]): ProxyLink[] {
  if (links.length < 2) return [...links];
  const byObject = Map.groupBy(
    links,
    ({ relation, kind, namespace, name }) => `${relation}/${kind}/${namespace}/${name}`,
  );
  return [...byObject.values()].flatMap(mergeParts).sort((one, other) => rank(one) - rank(other));
}

function mergeParts(links: readonly ProxyLink[]): ProxyLink[] {
  const byPart = Map.groupBy(links, ({ part }) => part);
  const whole = surest(byPart.get(undefined) ?? []);
  if (byPart.size === 1) return [...byPart.values()].flatMap((group) => surest(group) ?? []);
  byPart.delete(undefined);
  return [...byPart].flatMap(([part, group]) => {
    const best = surest(whole === undefined ? group : [...group, whole]);
    return best === undefined ? [] : [{ ...best, ...(part === undefined ? {} : { part }) }];
  });
}

function surest(links: readonly ProxyLink[]): ProxyLink | undefined {
  return links.reduce<ProxyLink | undefined>(
    (best, link) => (best === undefined || rank(link) < rank(best) ? link : best),
    undefined,
  );
}

function rank({ confidence, relation }: ProxyLink): number {
  return linkConfidences.indexOf(confidence) + (relation === 'applies' ? linkConfidences.length : 0);
}
