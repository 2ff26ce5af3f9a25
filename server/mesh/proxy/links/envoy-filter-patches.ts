import { z } from 'zod';

const nameSchema = z.looseObject({ name: z.string().optional() });

/** One of an EnvoyFilter's `configPatches`, as far as it says where it is put. */
const patchSchema = z.looseObject({
  applyTo: z.string().optional(),
  match: z
    .looseObject({
      context: z.string().default('ANY'),
      listener: z
        .looseObject({
          portNumber: z.number().optional(),
          name: z.string().optional(),
          filterChain: z
            .looseObject({
              name: z.string().optional(),
              sni: z.string().optional(),
              filter: z
                .looseObject({ name: z.string().optional(), subFilter: nameSchema.optional() })
                .optional(),
            })
            .optional(),
        })
        .optional(),
      routeConfiguration: z
        .looseObject({
          portNumber: z.number().optional(),
          name: z.string().optional(),
          vhost: z.looseObject({ name: z.string().optional(), route: nameSchema.optional() }).optional(),
        })
        .optional(),
      cluster: z
        .looseObject({
          portNumber: z.number().optional(),
          service: z.string().optional(),
          subset: z.string().optional(),
          name: z.string().optional(),
        })
        .optional(),
    })
    .prefault({}),
  patch: z.looseObject({ operation: z.string().optional(), value: nameSchema.optional() }).optional(),
});

/** A patch and its place in the list. */
export type Patch = z.output<typeof patchSchema> & { place: number };

/** The patches of an EnvoyFilter's spec that can be read, each with its place among all of them. */
export function patchesOf(spec: unknown): Patch[] {
  const list = z.looseObject({ configPatches: z.array(z.unknown()) }).safeParse(spec);
  return (list.data?.configPatches ?? []).flatMap((one, place) => {
    const parsed = patchSchema.safeParse(one);
    return parsed.success ? [{ ...parsed.data, place }] : [];
  });
}
