import { z } from 'zod';

/** Counts up whenever a reader of before would misread a file; a reader takes only its own. */
export const snapshotFormat = 1;

/** What of a snapshot something is about. */
export const snapshotParts = ['objects', 'istiod', 'proxies', 'metrics', 'logs', 'traces'] as const;
export type SnapshotPart = (typeof snapshotParts)[number];

const milliseconds = z.number().int().nonnegative();
const seconds = z.number().nonnegative();

/** The moments at which counters and gauges are kept, in epoch seconds: `startSeconds` and every step until the end. */
export const gridSchema = z.strictObject({
  startSeconds: seconds,
  endSeconds: seconds,
  stepSeconds: z.number().positive(),
});
export type SnapshotGrid = z.infer<typeof gridSchema>;

/** The first line of a snapshot. */
export const manifestSchema = z.strictObject({
  part: z.literal('manifest'),
  format: z.literal(snapshotFormat),
  /** Of the Vigla that made the file. */
  version: z.string(),
  cluster: z.string(),
  rootNamespace: z.string(),
  /** What the clocks of an opened snapshot say: the end of its window. */
  nowMs: milliseconds,
  /** Of logs and traces. */
  fromMs: milliseconds,
  namespaces: z.union([z.literal('*'), z.array(z.string())]),
  grid: gridSchema,
  /** Which sources there were; one that is absent here has no part in the file. */
  sources: z.array(z.enum(snapshotParts)),
  /** What was left out or thinned out on purpose, in sentences. */
  thinned: z.array(z.string()),
  /** Of a snapshot of the recorded mesh: what has to be added to times in answers of istiod and of proxies. */
  recordedShiftMs: z.number().optional(),
});
export type SnapshotManifest = z.infer<typeof manifestSchema>;

/** The first line as far as every format has it, to say what is wrong with a file of another one. */
export const anyManifestSchema = z.looseObject({ part: z.literal('manifest'), format: z.number() });

/** Something that is not in the snapshot, and why. */
export const missingSchema = z.strictObject({
  of: z.enum(snapshotParts),
  reason: z.string(),
  /** It was there, but the snapshot has a limit; else it could not be read. */
  isOverLimit: z.boolean().optional(),
});
export type MissingPart = z.infer<typeof missingSchema>;

/** The last line: a file without it was cut. */
export const endSchema = z.strictObject({
  part: z.literal('end'),
  /** Lines between the first and this one. */
  lineCount: z.int(),
  missing: z.array(missingSchema),
  /** What is missing beyond those that are listed. */
  moreMissing: z.int(),
});
export type SnapshotEnd = z.infer<typeof endSchema>;
