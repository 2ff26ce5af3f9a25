import { z } from 'zod';
import { clusterScope } from '#lib/object-path.ts';
import { configKinds } from '#lib/objects/config-kinds.ts';
import { objectReferenceSchema } from './evidence.ts';
import { clusterParameter, namePart, namespacePart } from './parameters.ts';
import { proxyTypes } from './proxies.ts';
import { linkConfidences, proxyLinkSchema } from './proxy-links.ts';
import { itemStates } from './proxy-sections.ts';

/** Sections of a proxy's configuration, by the name of their tab. */
export const realizedSections = [
  'clusters',
  'listeners',
  'routes',
  'endpoints',
  'secrets',
  'ecds',
  'bootstrap',
] as const;
export type RealizedSection = (typeof realizedSections)[number];

export const proxiesReadByDefault = 12;
export const proxiesReadAtMost = 50;

export const realizedQuery = z.strictObject({
  namespace: z.union([z.literal(clusterScope), namespacePart], { error: 'is not a namespace name' }),
  /** Kinds that configure the mesh, and those of Kubernetes that Envoy's items stand for. */
  kind: z.enum([...configKinds, 'Service', 'Pod', 'Secret', 'ConfigMap'] as const),
  name: namePart,
  cluster: clusterParameter,
  /** Proxies that are read, at most. */
  limit: z.coerce.number().int().min(1).max(proxiesReadAtMost).default(proxiesReadByDefault),
});
export type RealizedQuery = z.output<typeof realizedQuery>;

/** One item of a proxy that comes from the object. */
export const realizedItemSchema = z.strictObject({
  section: z.enum(realizedSections),
  /** Id of the row in the section's table; empty where the section is no table. */
  rowId: z.string(),
  title: z.string(),
  state: z.enum(itemStates),
  /** Where it stands in the dump. */
  proofPath: z.string(),
  confidence: z.enum(linkConfidences),
  relation: proxyLinkSchema.shape.relation,
  part: z.string().optional(),
  because: z.string(),
});
export type RealizedItem = z.infer<typeof realizedItemSchema>;

export const realizedProxySchema = z.strictObject({
  namespace: z.string(),
  pod: z.string(),
  type: z.enum(proxyTypes),
  /** Why this proxy was looked into. */
  why: z.string(),
  /** The surest first; cut where there are very many. */
  items: z.array(realizedItemSchema),
  itemCount: z.int(),
  /** Why the proxy gave no answer. */
  unanswered: z.string().optional(),
});
export type RealizedProxy = z.infer<typeof realizedProxySchema>;

export const realizedSchema = z.strictObject({
  object: objectReferenceSchema,
  /** No such object exists (any more), or Vigla does not read its kind; Envoy may have it all the same. */
  isUnknown: z.boolean(),
  proxies: z.array(realizedProxySchema),
  /** Proxies that may have something of the object, of which so many were read and answered. */
  candidateCount: z.int(),
  readCount: z.int(),
  answeredCount: z.int(),
});
export type Realized = z.infer<typeof realizedSchema>;
