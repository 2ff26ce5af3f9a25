import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { FieldReference } from './field-reference.ts';
import { kubernetesGatewayReferences, routeReferences } from './gateway-api-references.ts';
import { ingressReferences } from './ingress-references.ts';
import { ownerReferences } from './owner-references.ts';
import { policyReferences } from './policy-references.ts';
import { rivalReferences } from './rival-references.ts';
import {
  destinationRuleReferences,
  istioGatewayReferences,
  serviceEntryReferences,
  sidecarReferences,
} from './traffic-references.ts';
import { virtualServiceReferences } from './virtual-service-references.ts';

/** Which objects name which others, ready to be looked up from either side; made once for each snapshot. */
export type ReferenceIndex = {
  from(object: ObjectReference): readonly FieldReference[];
  to(object: ObjectReference): readonly FieldReference[];
};

const kept = new WeakMap<MeshObjects, ReferenceIndex>();

export function referenceIndexOf(objects: MeshObjects): ReferenceIndex {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const all = [
    ...objects.VirtualService.flatMap((one) => virtualServiceReferences(one, objects)),
    ...objects.DestinationRule.flatMap((one) => destinationRuleReferences(one, objects)),
    ...objects.IstioGateway.flatMap((one) => istioGatewayReferences(one, objects)),
    ...objects.ServiceEntry.flatMap((one) => serviceEntryReferences(one, objects)),
    ...objects.Sidecar.flatMap((one) => sidecarReferences(one, objects)),
    ...policyReferences(objects),
    ...routeReferences(objects),
    ...kubernetesGatewayReferences(objects),
    ...ingressReferences(objects),
    ...ownerReferences(objects),
    ...rivalReferences(objects),
  ];
  const byFrom = Map.groupBy(all, ({ from }) => keyOf(from));
  const byTo = Map.groupBy(all, ({ to }) => keyOf(to));
  const index: ReferenceIndex = {
    from: (object) => byFrom.get(keyOf(object)) ?? [],
    to: (object) => byTo.get(keyOf(object)) ?? [],
  };
  kept.set(objects, index);
  return index;
}

function keyOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind}/${namespace}/${name}`;
}
