import { z } from 'zod';
import { atParameter, rangeParameter } from './parameters.ts';

export const meshMetricsQuery = z.strictObject({ range: rangeParameter, at: atParameter });
export type MeshMetricsQuery = z.output<typeof meshMetricsQuery>;

/** How a value is written: a number of things, per second, seconds, bytes, or processor cores. */
export const metricUnits = ['count', 'perSecond', 'seconds', 'bytes', 'cores'] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** One figure as istiod has it now, of all replicas together and of each; absent where it has no such metric. */
export const metricFigureSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  explanation: z.string(),
  unit: z.enum(metricUnits),
  /** Istio's name of the metric. */
  metric: z.string(),
  value: z.number().optional(),
  replicas: z.array(z.strictObject({ replica: z.string(), value: z.number() })),
});
export type MetricFigure = z.infer<typeof metricFigureSchema>;

export const metricHistorySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  explanation: z.string(),
  unit: z.enum(metricUnits),
  /** A value a point of the grid; `null` is a gap. */
  lines: z.array(z.strictObject({ name: z.string(), points: z.array(z.number().nullable()) })),
  queries: z.array(z.strictObject({ title: z.string(), promql: z.string() })),
});
export type MetricHistory = z.infer<typeof metricHistorySchema>;

export const meshMetricsSchema = z.strictObject({
  figures: z.array(metricFigureSchema),
  grid: z.strictObject({
    startSeconds: z.number(),
    stepSeconds: z.number(),
    windowSeconds: z.number(),
    count: z.int(),
  }),
  /** Those that the metric store has series for. */
  histories: z.array(metricHistorySchema),
  /** Why some or all histories are missing. */
  notes: z.array(z.string()),
});
export type MeshMetrics = z.infer<typeof meshMetricsSchema>;
