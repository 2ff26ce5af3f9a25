import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { destinationsOf } from './destinations-of-clusters.ts';
import type { Origin } from './origin.ts';
import type { FoundRule } from './rules-of-routes.ts';

const sniSchema = z.looseObject({ sniHosts: z.array(z.string()).default([]) });

/** The rule of a VirtualService's `tls` or `tcp` that a chain was made from: by server names and destinations. */
export function l4RuleOf(
  { clusters = [], serverNames = [] }: Origin,
  { metadata, spec }: ObjectOf<'VirtualService'>,
): FoundRule | undefined {
  const reached = destinationsOf(clusters);
  const namespace = metadata.namespace ?? '';
  const rules = [
    ...spec.tls.map((rule, place) => ({ rule, part: `tls[${place}]` })),
    ...spec.tcp.map((rule, place) => ({ rule, part: `tcp[${place}]` })),
  ].filter(({ rule }) =>
    (rule.route ?? []).every(
      ({ destination, weight }) =>
        weight === 0 || reached.has(destination.host, destination.subset ?? '', namespace),
    ),
  );
  const named = rules.find(({ rule }) =>
    (rule.match ?? []).some((match) =>
      (sniSchema.safeParse(match).data?.sniHosts ?? []).some((host) => serverNames.includes(host)),
    ),
  );
  const found = named ?? (rules.length === 1 ? rules[0] : undefined);
  return found && { part: found.part, because: `its destinations are those of rule ${found.part}` };
}
