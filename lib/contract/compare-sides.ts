import { z } from 'zod';

/** What became of something between an earlier snapshot and what Vigla shows beside it. */
export const compareChanges = ['added', 'removed', 'changed'] as const;
export type CompareChange = (typeof compareChanges)[number];

/** One of the two that are compared: of which cluster, and where its clock stands (epoch milliseconds). */
const comparedSideSchema = z.strictObject({
  mode: z.enum(['demo', 'cluster', 'snapshot']),
  cluster: z.string(),
  atMs: z.number(),
});
export type ComparedSide = z.infer<typeof comparedSideSchema>;

/** The earlier snapshot, and what Vigla shows. */
export const comparedSidesSchema = z.strictObject({ before: comparedSideSchema, after: comparedSideSchema });
export type ComparedSides = z.infer<typeof comparedSidesSchema>;

/** How many there are of each; `same` is what was compared and did not change. */
export const changeCountsSchema = z.strictObject({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  same: z.int(),
});
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

/** One place at which two forms differ; a value that is missing on a side is absent. */
export const comparedFieldSchema = z.strictObject({
  path: z.string(),
  before: z.json().optional(),
  after: z.json().optional(),
});
export type ComparedField = z.infer<typeof comparedFieldSchema>;

/** A line of both forms laid over each other, the earlier first; what is alike around a change is folded. */
export const comparedLineSchema = z.strictObject({
  mark: z.enum(['same', 'before', 'after', 'fold']),
  text: z.string(),
});
export type ComparedLine = z.infer<typeof comparedLineSchema>;

/** Both forms of one thing: where they differ, and as lines. */
export const comparedFormsSchema = z.strictObject({
  /** Empty where the whole thing is on one side only. */
  fields: z.array(comparedFieldSchema),
  /** More fields differ than `fields` lists. */
  moreFields: z.int(),
  lines: z.array(comparedLineSchema),
});
