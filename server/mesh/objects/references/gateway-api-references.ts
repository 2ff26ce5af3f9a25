import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type FieldReference, referenceTo } from './field-reference.ts';

const named = z.looseObject({
  kind: z.string().optional(),
  namespace: z.string().optional(),
  name: z.string(),
});
const routeSchema = z.looseObject({
  parentRefs: z.array(named).default([]),
  rules: z
    .array(
      z.looseObject({
        backendRefs: z.array(named).default([]),
        filters: z
          .array(z.looseObject({ requestMirror: z.looseObject({ backendRef: named.optional() }).optional() }))
          .default([]),
      }),
    )
    .default([]),
});
const certificatesSchema = z.looseObject({
  tls: z.looseObject({ certificateRefs: z.array(named).default([]) }).nullish(),
});

const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const;

/** Parents and backends of routes. Source: Gateway API. */
export function routeReferences(objects: MeshObjects): FieldReference[] {
  return routeKinds.flatMap((kind) =>
    objects[kind].flatMap(({ metadata, spec }) => {
      const from = referenceTo(kind, metadata);
      const { parentRefs = [], rules = [] } = routeSchema.safeParse(spec).data ?? {};
      return [
        ...parentRefs.map((parent, index) =>
          reference({ from, path: `spec.parentRefs[${index}]`, to: parent, usual: 'Gateway' }, [
            'It is attached to this parent.',
            'Its rules are applied here.',
          ]),
        ),
        ...rules.flatMap(({ backendRefs, filters }, index) => [
          ...backendRefs.map((backend, at) =>
            reference(
              { from, path: `spec.rules[${index}].backendRefs[${at}]`, to: backend, usual: 'Service' },
              ['One of its rules leads here.', 'One of its rules leads here.'],
            ),
          ),
          ...filters.flatMap(({ requestMirror }, at) =>
            requestMirror?.backendRef === undefined
              ? []
              : [
                  reference(
                    {
                      from,
                      path: `spec.rules[${index}].filters[${at}].requestMirror`,
                      to: requestMirror.backendRef,
                      usual: 'Service',
                    },
                    ['It sends copies of requests here.', 'It sends copies of requests here.'],
                  ),
                ],
          ),
        ]),
      ];
    }),
  );
}

/** The class of a Gateway, and the Secrets of its listeners. */
export function kubernetesGatewayReferences(objects: MeshObjects): FieldReference[] {
  return objects.Gateway.flatMap(({ metadata, spec }) => {
    const from = referenceTo('Gateway', metadata);
    return [
      {
        from,
        path: 'spec.gatewayClassName',
        to: { kind: 'GatewayClass', namespace: '', name: spec.gatewayClassName },
        why: 'Whoever handles this class deploys and programs it.',
        whyBack: 'It is a Gateway of this class.',
      },
      ...spec.listeners.flatMap((listener, index) =>
        (certificatesSchema.safeParse(listener).data?.tls?.certificateRefs ?? []).map((certificate, at) =>
          reference(
            {
              from,
              path: `spec.listeners[${index}].tls.certificateRefs[${at}]`,
              to: certificate,
              usual: 'Secret',
            },
            ['Its certificate comes from here.', 'It takes its certificate from here.'],
          ),
        ),
      ),
    ];
  });
}

type Field = { from: ObjectReference; path: string; to: z.output<typeof named>; usual: string };

function reference({ from, path, to, usual }: Field, [why, whyBack]: [string, string]): FieldReference {
  const { kind = usual, namespace = from.namespace, name } = to;
  return { from, path, to: { kind, namespace, name }, why, whyBack };
}
