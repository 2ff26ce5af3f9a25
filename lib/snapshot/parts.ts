import { z } from 'zod';
import { spanSchema } from '#lib/contract/traces.ts';
import { type ObjectKind, objectKindNames } from '#lib/objects/kinds.ts';

const kind = z.enum(objectKindNames as [ObjectKind, ...ObjectKind[]]);
const texts = z.record(z.string(), z.string());

/** Objects of one kind as they were read; `manifest` is what stands in the cluster, where that is kept. */
const objectsPart = z.strictObject({
  part: z.literal('objects'),
  kind,
  items: z.array(z.strictObject({ read: z.unknown(), manifest: z.unknown().optional() })),
});

/** Objects that did not have the shape of their kind, and kinds that could not be read. */
const unreadPart = z.strictObject({
  part: z.literal('unread'),
  unread: z.array(z.strictObject({ kind, reason: z.string() })),
  rejected: z.array(
    z.strictObject({
      kind,
      namespace: z.string(),
      name: z.string(),
      reason: z.string(),
      manifest: z.unknown().optional(),
    }),
  ),
});

const failureCodes = [
  'not_connected',
  'no_such_endpoint',
  'unauthorized',
  'forbidden',
  'unreachable',
  'timeout',
  'failed',
] as const;

/** What every replica of istiod answered; `proxyId` is `<pod>.<namespace>` where the answer is about one proxy. */
const istiodPart = z.strictObject({
  part: z.literal('istiod'),
  endpoint: z.string(),
  proxyId: z.string().optional(),
  answers: z.array(
    z.strictObject({
      replica: z.string(),
      revision: z.string().optional(),
      text: z.string().optional(),
      failure: z.strictObject({ code: z.enum(failureCodes), message: z.string() }).optional(),
    }),
  ),
});

/** One answer of a proxy's administration, whole. */
const proxyPart = z.strictObject({
  part: z.literal('proxy'),
  namespace: z.string(),
  pod: z.string(),
  path: z.string(),
  text: z.string(),
});

/**
 * Series of one metric on the grid of the manifest. Of a counter: its value at the grid's start where it had one, and how
 * much it grew in each step. Of a gauge: its value at every moment of the grid; null where it had none.
 */
const seriesPart = z.strictObject({
  part: z.literal('series'),
  metric: z.string(),
  series: z.array(
    z.strictObject({
      labels: texts,
      startValue: z.number().optional(),
      growth: z.array(z.number()).optional(),
      values: z.array(z.number().nullable()).optional(),
    }),
  ),
});

const logPart = z.strictObject({
  part: z.literal('log'),
  namespace: z.string(),
  pod: z.string(),
  container: z.string(),
  lines: z.array(
    z.strictObject({
      atMs: z.number().optional(),
      text: z.string(),
      cutBytes: z.number().optional(),
      isBinary: z.boolean().optional(),
    }),
  ),
});

const tracePart = z.strictObject({
  part: z.literal('trace'),
  spans: z.array(spanSchema),
  warnings: z.array(z.string()),
});

/** A line between the first and the last. */
export const partSchema = z.discriminatedUnion('part', [
  objectsPart,
  unreadPart,
  istiodPart,
  proxyPart,
  seriesPart,
  logPart,
  tracePart,
]);
export type SnapshotLine = z.infer<typeof partSchema>;
export type LineOf<Part extends SnapshotLine['part']> = Extract<SnapshotLine, { part: Part }>;
