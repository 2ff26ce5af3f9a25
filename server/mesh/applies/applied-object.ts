import type { ObjectReference } from '#lib/contract/evidence.ts';

/**
 * How an object came to say something about a workload or service: for the whole mesh or namespace, by a selector, by a
 * `targetRef`, by the host it names, as a backend of a route, or because it is a Gateway that this proxy serves.
 */
type AppliedScope = 'mesh' | 'namespace' | 'selector' | 'target' | 'host' | 'backend' | 'gateway';

/** `why` is a whole sentence. */
export type AppliedObject = { object: ObjectReference; scope: AppliedScope; why: string };

/** By kind, namespace and name; an object that applies in several ways once, by the first of them. */
export function sortApplied(applied: readonly AppliedObject[]): AppliedObject[] {
  const byKey = new Map<string, AppliedObject>();
  for (const one of applied) {
    const key = `${one.object.kind}/${one.object.namespace}/${one.object.name}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
