import type { ObjectKind } from '#lib/objects/kinds.ts';
import { appliesLink } from './link.ts';
import type { Linker } from './linker.ts';
import type { Origin } from './origin.ts';

/** Objects of a kind that hold for the pod and leave no mark in the items that fit. `what` they do ends a sentence. */
export function policyLinks(kind: ObjectKind, fits: (origin: Origin) => boolean, what: string): Linker {
  return ({ proxy }) => {
    const policies = proxy?.policies.get(kind) ?? [];
    const links = policies.map(({ object, why }) =>
      appliesLink(object, { confidence: 'inferred', because: `${why} ${what}` }),
    );
    return (origin) => (fits(origin) ? links : []);
  };
}
