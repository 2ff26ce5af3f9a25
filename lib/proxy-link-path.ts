import type { ProxyLink } from './contract/proxy-links.ts';
import { type ObjectPlace, objectPlace } from './object-place.ts';

/**
 * Where the object of a link is shown, at the lines of the part that is meant (`spec.http[2]`). Undefined for objects
 * that no page shows and for those that do not exist.
 */
export function proxyLinkPath(link: ProxyLink): ObjectPlace | undefined {
  if (link.isMissing === true) return undefined;
  return objectPlace(link, link.part === undefined ? undefined : `spec.${link.part}`);
}
