import { z } from 'zod';
import { changeCountsSchema, compareChanges, comparedSidesSchema } from './compare-sides.ts';
import { graphSchema } from './graph.ts';
import { graphTypes } from './graph-query.ts';
import { healthStatusSchema } from './health.ts';
import { flagParameter, namespacesParameter, rangeParameter } from './parameters.ts';

/** Each graph is of the time up to its own side's end. `latency` asks for the 95th percentile as well. */
export const compareGraphQuery = z.strictObject({
  namespaces: namespacesParameter,
  range: rangeParameter,
  type: z.enum(graphTypes).default('versionedApp'),
  latency: flagParameter(false),
});
export type CompareGraphQuery = z.output<typeof compareGraphQuery>;

/** Figures of a node or an edge that are compared, in the order in which they are told. */
export const graphAspects = [
  'health',
  'rate',
  'errors',
  'clientErrors',
  'responses',
  'latency',
  'throughput',
  'mtls',
  'inMesh',
  'pods',
  'badges',
] as const;
export type GraphAspect = (typeof graphAspects)[number];

/** What one graph says of a node or an edge; what it does not know is absent. */
export const graphFiguresSchema = z.strictObject({
  health: healthStatusSchema,
  /** Of an edge its requests, of a node those that come in. */
  requestsPerSecond: z.number().optional(),
  errorShare: z.number().optional(),
  p95Ms: z.number().optional(),
  /** TCP, both directions. */
  bytesPerSecond: z.number().optional(),
  mtlsShare: z.number().optional(),
});
export type GraphFigures = z.infer<typeof graphFiguresSchema>;

export const graphDifferenceSchema = z.strictObject({
  subject: z.enum(['node', 'edge']),
  id: z.string(),
  change: z.enum(compareChanges),
  /** `reviews v2`, or `productpage v1 → reviews v2`. */
  title: z.string(),
  /** Where it is; of an edge, where both ends are. */
  namespaces: z.array(z.string()),
  /** Absent on the side where it is not. */
  before: graphFiguresSchema.optional(),
  after: graphFiguresSchema.optional(),
  /** Which of them changed by more than chance and the margins explain; empty for what came or went. */
  aspects: z.array(z.enum(graphAspects)),
  /** The same in sentences. */
  says: z.array(z.string()),
  /** Requests per second that the change touches, those that fail ten times, 10 kB of TCP as one: the order of the list. */
  weight: z.number(),
});
export type GraphDifference = z.infer<typeof graphDifferenceSchema>;

export const graphComparisonSchema = z.strictObject({
  sides: comparedSidesSchema,
  /** Of both graphs: as asked, or as far as the shorter of both has metrics. */
  windowSeconds: z.number(),
  nodes: changeCountsSchema,
  edges: changeCountsSchema,
  /** Heaviest first. */
  differences: z.array(graphDifferenceSchema),
  /** Everything of both, as it is in the later one; what is gone stands in it as it was. */
  graph: graphSchema,
  /** What was counted as a change, in sentences. */
  rules: z.array(z.string()),
});
export type GraphComparison = z.infer<typeof graphComparisonSchema>;
