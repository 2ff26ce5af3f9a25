import { z } from 'zod';

/** Points are oldest first, at most 60; a value that is not known at a point is absent. `at` is epoch seconds. */
export const graphSeriesSchema = z.strictObject({
  stepSeconds: z.number(),
  points: z.array(
    z.strictObject({
      at: z.number(),
      requestsPerSecond: z.number().optional(),
      errorsPerSecond: z.number().optional(),
      responseTimeMs: z.strictObject({ p50: z.number().optional(), p95: z.number().optional() }).optional(),
      bytesPerSecond: z.number().optional(),
    }),
  ),
  /** The PromQL behind the figures, for the reader to run. */
  queries: z.array(z.strictObject({ title: z.string(), promql: z.string() })),
});
export type GraphSeries = z.infer<typeof graphSeriesSchema>;
