import { z } from 'zod';
import { targetFields } from './details.ts';
import { windowSchema } from './graph.ts';
import { wordsParameter } from './parameters.ts';

/** Named from the caller: request bytes and messages run from the caller to the called side, responses back. */
export const chartIds = [
  'requests',
  'errors',
  'duration',
  'requestSize',
  'responseSize',
  'requestThroughput',
  'responseThroughput',
  'grpcRequestMessages',
  'grpcResponseMessages',
  'tcpOpened',
  'tcpClosed',
  'tcpRequestBytes',
  'tcpResponseBytes',
] as const;
export type ChartId = (typeof chartIds)[number];

export const chartProtocols = ['http', 'grpc', 'tcp'] as const;
export type ChartProtocol = (typeof chartProtocols)[number];

export const chartDirections = ['inbound', 'outbound'] as const;
export type ChartDirection = (typeof chartDirections)[number];

/** What one line of a distribution shows. */
export const statistics = ['mean', 'p50', 'p95', 'p99', 'p999'] as const;
export type Statistic = (typeof statistics)[number];

export const chartReporters = ['destination', 'source', 'waypoint'] as const;
export type ChartReporter = (typeof chartReporters)[number];

/** `auto` is the target's own side, or where it reported nothing the other one; `both` shows the two side by side. */
export const reporterChoices = ['auto', 'destination', 'source', 'waypoint', 'both'] as const;
export type ReporterChoice = (typeof reporterChoices)[number];

const mostGroupLabels = 4;
const reserved = ['le', 'reporter', '__name__'];

/** Names of labels, separated by commas. */
const groupByParameter = z
  .string()
  .max(500)
  .default('')
  .transform((text, context) => {
    const names = [...new Set(text.split(',').filter((name) => name !== ''))];
    const bad = names.find((name) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name) || reserved.includes(name));
    const problem =
      bad === undefined
        ? names.length > mostGroupLabels && `has more than ${mostGroupLabels} labels`
        : `"${bad}" is not a label to group by`;
    if (problem === false) return names;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

export const chartsQuery = z.strictObject({
  ...targetFields,
  direction: z.enum(chartDirections).default('inbound'),
  reporter: z.enum(reporterChoices).default('auto'),
  groupBy: groupByParameter,
  /** All that the traffic has, unless some are named. */
  charts: wordsParameter(chartIds),
  /** Lines of distributions; none named means p50, p95 and p99, or of groups p95 alone. */
  statistics: wordsParameter(statistics),
});
export type ChartsQuery = z.output<typeof chartsQuery>;

/** One value per step of the grid; `null` is a gap, where nothing was measured. */
export const chartLineSchema = z.strictObject({
  /** Of `groups`. */
  group: z.string(),
  reporter: z.enum(chartReporters),
  /** Of distributions: which figure of it; of the error share: `errors`, or `clientErrors` for 4xx. */
  statistic: z.enum([...statistics, 'errors', 'clientErrors']).optional(),
  points: z.array(z.number().nullable()),
  /** The same figure over the whole range: a mean rate, a share, a quantile; absent where nothing was measured. */
  overall: z.number().optional(),
});
export type ChartLine = z.infer<typeof chartLineSchema>;

/** A measured request that the store remembers by its trace. */
export const exemplarSchema = z.strictObject({
  /** Epoch milliseconds. */
  atMs: z.number(),
  value: z.number(),
  traceId: z.string().optional(),
});
export type Exemplar = z.infer<typeof exemplarSchema>;

export const chartSchema = z.strictObject({
  id: z.enum(chartIds),
  protocol: z.enum(chartProtocols),
  lines: z.array(chartLineSchema),
  exemplars: z.array(exemplarSchema),
  /** Sentences about what the lines leave out. */
  notes: z.array(z.string()),
  /** Why there is no line at all. */
  empty: z.string().optional(),
  /** The PromQL behind it, for the reader to run. */
  queries: z.array(z.strictObject({ title: z.string(), promql: z.string() })),
});
export type ChartData = z.infer<typeof chartSchema>;

export const chartGroupSchema = z.strictObject({
  id: z.string(),
  /** Of the labels of `groupBy`, in their order; an empty one is not set. */
  values: z.array(z.string()),
  /** Everything that is in no other group; `values` are then empty. */
  isRest: z.boolean(),
});
export type ChartGroup = z.infer<typeof chartGroupSchema>;

export const chartsSchema = z.strictObject({
  window: windowSchema,
  /** Points are at `startSeconds` + n × `stepSeconds`, each the average of the `windowSeconds` before it. */
  grid: z.strictObject({
    startSeconds: z.number(),
    stepSeconds: z.number(),
    windowSeconds: z.number(),
    count: z.int(),
  }),
  /** Whose word the lines are. */
  reporters: z.array(z.enum(chartReporters)),
  /** Who reported of this traffic at all. */
  knownReporters: z.array(z.enum(chartReporters)),
  /** Said where the reporter is not the usual one. */
  reporterNote: z.string().optional(),
  /** The labels that the series have, with how many values each has, at most `1000`. */
  labels: z.array(z.strictObject({ name: z.string(), values: z.int(), example: z.string() })),
  groupBy: z.array(z.string()),
  groups: z.array(chartGroupSchema),
  /** Said where some groups are summed up. */
  groupsNote: z.string().optional(),
  charts: z.array(chartSchema),
});
export type Charts = z.infer<typeof chartsSchema>;
