import { z } from 'zod';
import { proxyTypes } from './proxies.ts';

const part = z.string().min(3).max(1000).optional();

/** The callers along an edge of the graph, or all that may call a service (`<namespace>/<name>`). */
export const callersQuery = z
  .strictObject({ edge: part, service: part })
  .refine(({ edge, service }) => (edge === undefined) !== (service === undefined), {
    error: 'takes either an edge or a service',
    path: ['edge'],
  });
export type CallersQuery = z.output<typeof callersQuery>;

/** The proxies that decide where requests to a host go, and how their page shows what they have for it. */
export const callersSchema = z.strictObject({
  proxies: z.array(
    z.strictObject({
      namespace: z.string(),
      pod: z.string(),
      type: z.enum(proxyTypes),
      why: z.string(),
    }),
  ),
  /** Beyond those that are listed. */
  moreCount: z.int(),
  /** Where to look, and for what. */
  section: z.enum(['routes', 'listeners']),
  filter: z.string(),
  /** Why there is no proxy to look into. */
  because: z.string().optional(),
});
export type Callers = z.infer<typeof callersSchema>;
