import type { ObjectSource, ObjectsSnapshot } from '#server/sources/interface.ts';

const known = new WeakMap<ObjectsSnapshot, ReadonlySet<string>>();

/**
 * Tells hosts that are named after a namespace which is not visible: `<service>.<namespace>`, with or without what follows.
 * Where the namespaces are not known, only full names of Services are told.
 */
export async function hiddenHosts(
  objects: ObjectSource,
  visible: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<(host: string) => boolean> {
  const namespaces = await namespacesOf(objects, signal);
  return (host) => {
    const [, second, isService] = /^[^.]+\.([^.:]+)(\.svc(?:[.:]|$))?/.exec(host) ?? [];
    if (second === undefined || visible.has(second)) return false;
    return isService !== undefined || namespaces.has(second);
  };
}

async function namespacesOf(objects: ObjectSource, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  try {
    const snapshot = await objects.snapshot(signal);
    const names =
      known.get(snapshot) ?? new Set(snapshot.objects.Namespace.map(({ metadata }) => metadata.name));
    known.set(snapshot, names);
    return names;
  } catch {
    // Said by the objects themselves wherever they are read.
    return new Set();
  }
}
