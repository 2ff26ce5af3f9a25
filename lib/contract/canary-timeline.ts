import { z } from 'zod';

/** Shares and evidence over the page's range; gaps are null. */
export const canaryTimelineSchema = z.strictObject({
  /** Ends of the slices, epoch milliseconds. */
  atMs: z.array(z.number()),
  stepSeconds: z.number(),
  series: z.array(
    z.strictObject({
      /** `<namespace>/<workload>`, or `all`. */
      source: z.string(),
      counts: z.array(z.int()),
      /** `shares[version][slice]` */
      shares: z.array(z.array(z.number().nullable())),
      /** Since the window's start; null before. */
      evidenceLog10: z.array(z.number().nullable()),
    }),
  ),
  changes: z.array(z.strictObject({ atMs: z.number(), text: z.string() })),
  /** The decimal logarithm from which a mismatch is decided. */
  decisionLog10: z.number(),
});

export type CanaryTimeline = z.infer<typeof canaryTimelineSchema>;
