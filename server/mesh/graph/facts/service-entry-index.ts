import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Addressed } from '../rows/edge-row.ts';

export type ServiceEntryKey = { namespace: string; name: string };

export type ServiceEntryIndex = {
  /** The entry that holds the host, as a caller of the namespace sees it; `isAmbiguous` when several do. */
  entryFor(
    addressed: Addressed,
    callerNamespace: string,
  ): { entry: ServiceEntryKey; isAmbiguous: boolean } | undefined;
};

type Candidate = {
  entry: ServiceEntryKey;
  host: string;
  isVisibleTo(namespace: string): boolean;
  order: string;
};

/**
 * ServiceEntries by host. Among several that a caller may use, its own namespace's comes first, then an exact host
 * before a wildcard, the longer wildcard before the shorter, then the older entry.
 */
export function serviceEntryIndexOf(objects: MeshObjects): ServiceEntryIndex {
  const exact = new Map<string, Candidate[]>();
  const wildcards: Candidate[] = [];
  const byServiceName = new Map<string, Candidate[]>();
  for (const object of objects.ServiceEntry) {
    for (const host of object.spec.hosts) {
      const candidate = candidateOf(object, host);
      // Istio reports a wildcard entry's host as it is written there, so it is found both ways.
      push(exact, host, candidate);
      if (host.startsWith('*')) wildcards.push(candidate);
      if (isInternalName(object, host)) push(byServiceName, shortName(host), candidate);
    }
  }

  return {
    entryFor({ namespace, name, host }, callerNamespace) {
      const hostName = withoutPort(host);
      const found = [
        ...(exact.get(name) ?? []),
        ...(hostName === name ? [] : (exact.get(hostName) ?? [])),
        ...wildcards.filter((candidate) => matchesWildcard(candidate.host, name, hostName)),
        ...(byServiceName.get(name) ?? []).filter(({ entry }) => entry.namespace === namespace),
      ].filter((candidate) => candidate.isVisibleTo(callerNamespace));
      const ranked = [...new Set(found)].sort(
        (left, right) =>
          rank(left, callerNamespace) - rank(right, callerNamespace) ||
          right.host.length - left.host.length ||
          (left.order < right.order ? -1 : 1),
      );
      const [first] = ranked;
      if (first === undefined) return undefined;
      return { entry: first.entry, isAmbiguous: ranked.some(({ order }) => order !== first.order) };
    },
  };
}

function candidateOf({ metadata, spec }: ObjectOf<'ServiceEntry'>, host: string): Candidate {
  const namespace = metadata.namespace ?? '';
  const exportTo = spec.exportTo ?? ['*'];
  return {
    entry: { namespace, name: metadata.name },
    host,
    isVisibleTo: (caller) =>
      exportTo.some(
        (target) => target === '*' || target === caller || (target === '.' && caller === namespace),
      ),
    order: `${metadata.creationTimestamp ?? ''}|${namespace}/${metadata.name}`,
  };
}

function rank(candidate: Candidate, callerNamespace: string): number {
  return (candidate.entry.namespace === callerNamespace ? 0 : 2) + (candidate.host.startsWith('*') ? 1 : 0);
}

function matchesWildcard(pattern: string, ...names: readonly string[]): boolean {
  const suffix = pattern.slice(1);
  return names.some((name) => name.length > suffix.length && name.endsWith(suffix));
}

/** A service inside the mesh is reported by its first DNS label; `.global` names are whole names of other meshes. */
function isInternalName({ spec }: ObjectOf<'ServiceEntry'>, host: string): boolean {
  return spec.location === 'MESH_INTERNAL' && !host.startsWith('*') && !host.endsWith('.global');
}

function shortName(host: string): string {
  return host.split('.')[0] ?? host;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

function push(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [candidate]);
  else known.push(candidate);
}
