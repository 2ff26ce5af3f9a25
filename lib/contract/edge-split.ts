import { z } from 'zod';
import { objectReferenceSchema } from './evidence.ts';

/** What a route, or chance, shares out to one edge; shares are 0 to 1. */
export const edgeSplitSchema = z.strictObject({
  /** Requests of the edge in the window, of TCP its opened connections, and those of all that are shared out with it. */
  count: z.number(),
  totalCount: z.number(),
  observedShare: z.number(),
  /** Between these two the true share lies with 95 %, as far as chance alone goes. */
  low: z.number(),
  high: z.number(),
  /** What the weighted rule sends to the node that the edge leads to; absent unless it is certain. */
  configuredShare: z.number().optional(),
  /** Why there is no configured share. */
  notCompared: z.string().optional(),
  /** Other rules that lead to the same versions: their requests are counted, too, since telemetry names no rule. */
  pins: z.array(z.string()).optional(),
  /** `<namespace>/<workload>` of those who call; absent where the edge sums over all callers of a service. */
  callers: z.array(z.string()).optional(),
  /** Weighted rules that lead over the edge; `versions` are the indexes of their versions that it leads to. */
  canaries: z.array(
    z.strictObject({ object: objectReferenceSchema, route: z.string(), versions: z.array(z.int()) }),
  ),
});
export type EdgeSplit = z.infer<typeof edgeSplitSchema>;
