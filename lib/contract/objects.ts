import { z } from 'zod';
import { clusterScope } from '#lib/object-path.ts';
import { configKinds } from '#lib/objects/config-kinds.ts';
import { objectReferenceSchema } from './evidence.ts';
import { objectManifestSchema } from './object-manifest.ts';
import { clusterParameter, namespacePart, namespacesParameter, wordsParameter } from './parameters.ts';

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
const sayingSchema = z.strictObject({ text: z.string(), path: z.string().optional() });
export type Saying = z.infer<typeof sayingSchema>;

/** A workload or service, and the way in which the object says something about it. */
const appliedPlaceSchema = z.strictObject({
  kind: z.enum(['workload', 'service']),
  namespace: z.string(),
  name: z.string(),
  why: z.string(),
});
export type AppliedPlace = z.infer<typeof appliedPlaceSchema>;

/** Another object that this one names, or that names this one. */
const relatedObjectSchema = z.strictObject({
  object: objectReferenceSchema,
  /** `to`: this one names it. `from`: it names this one, and paths lead into it. */
  direction: z.enum(['to', 'from']),
  /** Each a sentence with the field that names. */
  reasons: z.array(z.strictObject({ text: z.string(), path: z.string() })),
  /** Nothing of this name exists. */
  isMissing: z.boolean(),
});
export type RelatedObject = z.infer<typeof relatedObjectSchema>;

/** Whether proxies act on the object, with the reason in a sentence. */
const forceSchema = z.strictObject({
  state: z.enum(['inForce', 'overridden', 'idle', 'refused']),
  text: z.string(),
});
export type Force = z.infer<typeof forceSchema>;

/** A condition of the object's status; `of` names the part that it is about. */
const objectConditionSchema = z.strictObject({
  type: z.string(),
  status: z.string(),
  /** Whether that is how it should be; unknown where the condition is none that Vigla knows. */
  verdict: z.enum(['good', 'bad', 'unknown']),
  of: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  path: z.string(),
});
export type ObjectCondition = z.infer<typeof objectConditionSchema>;

const objectCommandSchema = z.strictObject({ title: z.string(), command: z.string() });

export const objectDetailSchema = z.strictObject({
  /** The kind is the registry's key, also where it was asked for by the name that two groups share. */
  object: objectReferenceSchema,
  apiVersion: z.string(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  manifest: objectManifestSchema,
  says: z.array(sayingSchema),
  /** Absent where nothing decides it. */
  force: forceSchema.optional(),
  appliesTo: z.array(appliedPlaceSchema),
  related: z.array(relatedObjectSchema),
  conditions: z.array(objectConditionSchema),
  commands: z.array(objectCommandSchema),
  /** Why the object could not be read as one of its kind; Vigla then knows nothing but its text. */
  rejected: z.string().optional(),
});
export type ObjectDetail = z.infer<typeof objectDetailSchema>;

export const objectsQuery = z.strictObject({
  namespaces: namespacesParameter,
  /** None means all. */
  kinds: wordsParameter(configKinds),
});
export type ObjectsQuery = z.output<typeof objectsQuery>;

const objectItemSchema = z.strictObject({
  /** Where more than one cluster is listed. */
  cluster: z.string().optional(),
  object: objectReferenceSchema,
  apiVersion: z.string(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  labels: z.record(z.string(), z.string()),
  /** In one line. */
  says: z.string(),
  workloads: z.int(),
  services: z.int(),
  /** As the object writes them. */
  hosts: z.array(z.string()),
  gateways: z.array(z.string()),
  force: forceSchema.optional(),
  /** Conditions that are not as they should be. */
  badConditions: z.array(objectConditionSchema),
  /** Objects that it names and that do not exist. */
  missing: z.array(objectReferenceSchema),
  rejected: z.string().optional(),
});
export type ObjectItem = z.infer<typeof objectItemSchema>;

export const objectsSchema = z.strictObject({ items: z.array(objectItemSchema) });
export type Objects = z.infer<typeof objectsSchema>;
