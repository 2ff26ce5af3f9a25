import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type FieldReference, referenceTo } from './field-reference.ts';

const policyKinds = [
  'AuthorizationPolicy',
  'RequestAuthentication',
  'Telemetry',
  'WasmPlugin',
  'TrafficExtension',
  'EnvoyFilter',
] as const;

const target = z.looseObject({ kind: z.string(), name: z.string(), namespace: z.string().optional() });
const targetsSchema = z.looseObject({ targetRef: target.nullish(), targetRefs: z.array(target).nullish() });

/** The Gateways, Services and ServiceEntries that policies name as their targets. Source: Istio's `targetRefs`. */
export function policyReferences(objects: MeshObjects): FieldReference[] {
  return policyKinds.flatMap((kind) =>
    objects[kind].flatMap(({ metadata, spec }) => {
      const from = referenceTo(kind, metadata);
      const { targetRef, targetRefs } = targetsSchema.safeParse(spec).data ?? {};
      return [
        ...(targetRef ? [to(from, targetRef, 'spec.targetRef')] : []),
        ...(targetRefs ?? []).map((one, index) => to(from, one, `spec.targetRefs[${index}]`)),
      ];
    }),
  );
}

function to(from: ObjectReference, { kind, namespace, name }: z.output<typeof target>, path: string) {
  // Classes belong to no namespace.
  const place = kind === 'GatewayClass' ? '' : (namespace ?? from.namespace);
  return {
    from,
    path,
    to: { kind, namespace: place, name },
    why: 'It is made for this target.',
    whyBack: 'It is a policy for this target.',
  };
}
