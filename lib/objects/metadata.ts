import { z } from 'zod';

/** API servers send `null` as well as nothing for what is not set. */
const textsSchema = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => texts ?? {});
const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

/** The part of `metadata` that Vigla reads; anything else stays in place untouched. */
export const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: textSchema,
  uid: textSchema,
  resourceVersion: textSchema,
  creationTimestamp: textSchema,
  generation: z
    .number()
    .nullish()
    .transform((generation) => generation ?? undefined),
  labels: textsSchema,
  annotations: textsSchema,
  ownerReferences: z
    .array(z.looseObject({ apiVersion: z.string(), kind: z.string(), name: z.string() }))
    .nullish()
    .transform((references) => references ?? []),
  /** When its spec was last written, as far as the server kept book of it (`managedFields`, which are not kept). */
  specChangedAt: z.string().optional(),
});
