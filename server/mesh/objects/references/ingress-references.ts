import { z } from 'zod';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type FieldReference, referenceTo } from './field-reference.ts';

const backend = z.looseObject({ service: z.looseObject({ name: z.string() }).optional() });
const ingressSchema = z.looseObject({
  defaultBackend: backend.optional(),
  tls: z.array(z.looseObject({ secretName: z.string().optional() })).default([]),
  rules: z
    .array(
      z.looseObject({
        http: z.looseObject({ paths: z.array(z.looseObject({ backend })).default([]) }).optional(),
      }),
    )
    .default([]),
});

/** The Services that an Ingress leads to, and the Secrets of its certificates. Source: Kubernetes' Ingress v1. */
export function ingressReferences(objects: MeshObjects): FieldReference[] {
  return objects.Ingress.flatMap(({ metadata, spec }) => {
    const from = referenceTo('Ingress', metadata);
    const parsed = ingressSchema.safeParse(spec ?? {}).data;
    if (parsed === undefined) return [];
    const to = (path: string, name: string | undefined): FieldReference[] =>
      name === undefined
        ? []
        : [
            {
              from,
              path,
              to: { kind: 'Service', namespace: from.namespace, name },
              why: 'It lets requests from outside in to this Service.',
              whyBack: 'It lets requests from outside in.',
            },
          ];
    return [
      ...to('spec.defaultBackend', parsed.defaultBackend?.service?.name),
      ...parsed.rules.flatMap(({ http }, index) =>
        (http?.paths ?? []).flatMap((one, at) =>
          to(`spec.rules[${index}].http.paths[${at}].backend`, one.backend.service?.name),
        ),
      ),
      ...parsed.tls.flatMap(({ secretName }, index) =>
        secretName === undefined
          ? []
          : [
              {
                from,
                path: `spec.tls[${index}].secretName`,
                to: { kind: 'Secret', namespace: from.namespace, name: secretName },
                why: 'Its certificate comes from this Secret.',
                whyBack: 'It takes its certificate from here.',
              },
            ],
      ),
    ];
  });
}
