import { z } from 'zod';
import { clusterScope } from '#lib/object-path.ts';
import { objectKindNames } from '#lib/objects/kinds.ts';
import { compareChanges, comparedFormsSchema, comparedSidesSchema } from './compare-sides.ts';
import { objectReferenceSchema } from './evidence.ts';
import { namespacePart, namespacesParameter } from './parameters.ts';

export const compareObjectsQuery = z.strictObject({ namespaces: namespacesParameter });
export type CompareObjectsQuery = z.output<typeof compareObjectsQuery>;

export const compareObjectQuery = z.strictObject({
  namespace: z.union([z.literal(clusterScope), namespacePart], { error: 'is not a namespace name' }),
  kind: z.enum(objectKindNames),
  name: z.string().min(1).max(253),
});
export type CompareObjectQuery = z.output<typeof compareObjectQuery>;

/** `statusOnly`: nothing differs but what controllers report about the object. */
export const objectChanges = [...compareChanges, 'statusOnly'] as const;
export type ObjectChange = (typeof objectChanges)[number];

export const objectDifferenceSchema = z.strictObject({
  object: objectReferenceSchema,
  change: z.enum(objectChanges),
  /** How many fields differ, and the paths of the first of them; none for what came or went. */
  fieldCount: z.int(),
  paths: z.array(z.string()),
  /** The controller that made it, `ReplicaSet reviews-v1-7d4f`: nobody wrote it by hand. */
  madeBy: z.string().optional(),
});
export type ObjectDifference = z.infer<typeof objectDifferenceSchema>;

const kindCountsSchema = z.strictObject({
  kind: z.string(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  statusOnly: z.int(),
  same: z.int(),
});
export type KindCounts = z.infer<typeof kindCountsSchema>;

export const objectComparisonSchema = z.strictObject({
  sides: comparedSidesSchema,
  /** Kinds of which either side has an object. */
  kinds: z.array(kindCountsSchema),
  /** What somebody wrote first, then what controllers made. */
  differences: z.array(objectDifferenceSchema),
  /** What is left out of the comparison, in sentences. */
  leftOut: z.array(z.string()),
});
export type ObjectComparison = z.infer<typeof objectComparisonSchema>;

export const comparedObjectSchema = z.strictObject({
  sides: comparedSidesSchema,
  object: objectReferenceSchema,
  change: z.enum([...objectChanges, 'same']),
  ...comparedFormsSchema.shape,
});
export type ComparedObject = z.infer<typeof comparedObjectSchema>;
