import type { ProxyLink } from './contract/proxy-links.ts';
import { objectPath } from './object-path.ts';
import { targetPath } from './target.ts';

type Place = { path: string; parameters?: Record<string, string> };

/** Kinds whose page is not that of a configuration object; `undefined` for those that have none. */
const otherPages: Record<string, ((link: ProxyLink) => Place) | undefined> = {
  Service: ({ namespace, name }) => ({ path: targetPath({ kind: 'service', namespace, name }) }),
  // Secrets are never read, so that there is nothing to show.
  Secret: undefined,
  MeshConfig: () => ({ path: '/mesh', parameters: { tab: 'configuration' } }),
};

/**
 * Where the object of a link is shown: its page, with the part in the parameter `path` (`spec.http[2]`). Undefined for
 * objects that no page shows and for those that do not exist.
 */
export function proxyLinkPath(link: ProxyLink): Place | undefined {
  if (link.isMissing === true) return undefined;
  if (Object.hasOwn(otherPages, link.kind)) return otherPages[link.kind]?.(link);
  return {
    path: objectPath(link),
    ...(link.part === undefined ? {} : { parameters: { path: `spec.${link.part}` } }),
  };
}
