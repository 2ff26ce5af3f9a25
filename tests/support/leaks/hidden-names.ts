import type { ObjectsSnapshot } from '#server/sources/interface.ts';

/** Names that must not be found, and how each may be looked for without finding words of English. */
export type HiddenNames = {
  /** Found as a word anywhere. */
  telling: ReadonlySet<string>;
  /** Namespaces that are words of English: found beside a dot, slash or tilde as well, as in `crawler.external`. */
  namespaces: ReadonlySet<string>;
  /** Other words of English: found where a whole text is one. */
  common: ReadonlySet<string>;
};

const english = new Set(['external', 'broken', 'legacy', 'details', 'reviews', 'ratings', 'batch', 'alpha']);
for (const word of ['beta', 'rejected', 'twice', 'payments', 'secure', 'wiki', 'nobody']) english.add(word);
/** The programs are spoken of by their names, whatever their Services are called; `api` and `db` are paths and fields. */
const notHidden = new Set(['istiod', 'kubernetes', 'default', 'kube-dns', 'zipkin', 'api', 'db', 'vm']);

/** Names of all namespaces but one, and of what is in them, where the visible namespace has nothing of that name. */
export function hiddenNames({ objects }: ObjectsSnapshot, visible: string): HiddenNames {
  const all = Object.values(objects).flat();
  const own = new Set(
    all.filter(({ metadata }) => metadata.namespace === visible).map(({ metadata }) => metadata.name),
  );
  const { Namespace, Pod, Service, Deployment, ServiceEntry, VirtualService, AuthorizationPolicy } = objects;
  const namespaces = Namespace.map(({ metadata }) => metadata.name).filter((name) => name !== visible);
  const others = [Pod, Service, Deployment, ServiceEntry, VirtualService, AuthorizationPolicy]
    .flat()
    .filter(({ metadata }) => metadata.namespace !== visible)
    .map(({ metadata }) => metadata.name);
  const isSought = (name: string) => !own.has(name) && !notHidden.has(name);
  return {
    telling: new Set([...namespaces, ...others].filter((name) => isSought(name) && !english.has(name))),
    namespaces: new Set(namespaces.filter((name) => english.has(name))),
    common: new Set(others.filter((name) => isSought(name) && english.has(name))),
  };
}
