import type { ObjectOf } from '#lib/objects/kinds.ts';
import { type Patch, patchesOf } from './envoy-filter-patches.ts';
import { appliesLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';
import { patchFits } from './patch-fits.ts';

/**
 * The patches of EnvoyFilters that hold for the pod and whose match an item fulfils. Envoy keeps no mark of them; where a
 * filter has the name that a patch gives, that is the proof. Source: Istio's reference of EnvoyFilter.
 */
export const envoyFilterLinks: Linker = (context) => {
  const patches = (context.proxy?.policies.get('EnvoyFilter') ?? []).flatMap(({ object, why }) => {
    const found = context.mesh.objects.EnvoyFilter.find(
      ({ metadata }) => metadata.name === object.name && (metadata.namespace ?? '') === object.namespace,
    );
    return found === undefined ? [] : patchesOf(found.spec).map((patch) => ({ filter: found, patch, why }));
  });
  return (origin) =>
    patches
      .filter(({ patch }) => patchFits(patch, origin, context))
      .map(({ filter, patch, why }) => linkTo(filter, patch, { origin, why }));
};

function linkTo(
  { metadata }: ObjectOf<'EnvoyFilter'>,
  { patch, applyTo, place }: Patch,
  { origin, why }: { origin: Origin; why: string },
) {
  const name = patch?.value?.name;
  const isSeen = name !== undefined && origin.filters?.includes(name) === true;
  return appliesLink(referenceTo('EnvoyFilter', metadata), {
    confidence: isSeen ? 'name' : 'inferred',
    part: `configPatches[${place}]`,
    because: isSeen
      ? `It has the filter ${name} that this patch adds. ${why}`
      : `The match of this patch (${applyTo}, ${patch?.operation ?? 'no operation'}) fits it. ${why}`,
  });
}
