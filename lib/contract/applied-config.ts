import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';
import { clusterParameter, namePart, namespacePart } from './parameters.ts';

export const appliedConfigQuery = z.strictObject({
  namespace: namespacePart,
  name: namePart,
  cluster: clusterParameter,
});
export type AppliedConfigQuery = z.output<typeof appliedConfigQuery>;

/** How an object came to say something about a thing, nearest first. */
export const appliedScopes = [
  'selector',
  'target',
  'host',
  'backend',
  'gateway',
  'namespace',
  'mesh',
] as const;

export const appliedObjectSchema = z.strictObject({
  object: objectReferenceSchema,
  scope: z.enum(appliedScopes),
  /** Why it applies, a sentence. */
  why: z.string(),
  /** What it says, in words. */
  says: z.array(z.string()),
  createdAt: z.iso.datetime({ offset: true }).optional(),
});
export type AppliedObject = z.infer<typeof appliedObjectSchema>;

export const appliedConfigSchema = z.strictObject({ items: z.array(appliedObjectSchema) });
export type AppliedConfig = z.infer<typeof appliedConfigSchema>;
