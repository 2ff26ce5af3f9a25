import { z } from 'zod';
import { clusterScope } from '#lib/object-path.ts';
import { configKinds } from '#lib/objects/config-kinds.ts';
import { objectReferenceSchema } from './evidence.ts';
import { objectManifestSchema } from './object-manifest.ts';
import { clusterParameter, namespacePart } from './parameters.ts';

/** A kind that configures the mesh, by its key in the registry of kinds. */
const kindPart = z.enum(configKinds);

/** Names of the Gateway API and of Istio are names of Kubernetes. */
const objectNamePart = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, {
  error: 'is not the name of an object',
});

export const objectQuery = z.strictObject({
  namespace: z.union([z.literal(clusterScope), namespacePart], { error: 'is not a namespace name' }),
  kind: kindPart,
  name: objectNamePart,
  cluster: clusterParameter,
});
export type ObjectQuery = z.output<typeof objectQuery>;

/** Something an object says, and where it stands in its manifest. */
export const sayingSchema = z.strictObject({ text: z.string(), path: z.string().optional() });
export type Saying = z.infer<typeof sayingSchema>;

export const objectCommandSchema = z.strictObject({ title: z.string(), command: z.string() });

export const objectDetailSchema = z.strictObject({
  /** The kind is the registry's key, also where it was asked for by the name that two groups share. */
  object: objectReferenceSchema,
  apiVersion: z.string(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  manifest: objectManifestSchema,
  says: z.array(sayingSchema),
  commands: z.array(objectCommandSchema),
  /** Why the object could not be read as one of its kind; Vigla then knows nothing but its text. */
  rejected: z.string().optional(),
});
export type ObjectDetail = z.infer<typeof objectDetailSchema>;
