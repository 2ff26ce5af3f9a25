import { z } from 'zod';
import { targetFields } from './details.ts';
import { explanationSchema } from './evidence.ts';

export const logPeersQuery = z.strictObject(targetFields);
export type LogPeersQuery = z.output<typeof logPeersQuery>;

const placeSchema = z.strictObject({
  namespace: z.string(),
  workload: z.string().optional(),
  pod: z.string(),
});

/**
 * Traffic that only access logs tell of: connections that a proxy refused before it could count them (inbound), and what
 * pods without a proxy of their own reached elsewhere (outbound). Lines of one pair with one outcome are one entry.
 */
export const logPeerSchema = z.strictObject({
  direction: z.enum(['inbound', 'outbound']),
  /** Who called; of an address that is no pod's only the address is known. */
  caller: z.strictObject({ address: z.string(), place: placeSchema.optional() }),
  /** Whose proxy wrote the lines. */
  receiver: placeSchema,
  port: z.int().optional(),
  /** As the lines have it: `200`, `0 NR filter_chain_not_found`. */
  outcome: z.string(),
  isFailure: z.boolean(),
  /** Refused before a filter chain was chosen: there are no metrics of it. */
  isUncounted: z.boolean(),
  count: z.int(),
  lastAtMs: z.number(),
  /** The newest of the lines. */
  line: z.string(),
  why: explanationSchema.optional(),
});
export type LogPeer = z.infer<typeof logPeerSchema>;

export const logPeersSchema = z.strictObject({
  /** Newest first. */
  peers: z.array(logPeerSchema),
  /** Whether the target's own pods lack a proxy, so that others' logs were looked into. */
  isWithoutProxy: z.boolean(),
  looked: z.strictObject({ proxies: z.int(), ofProxies: z.int(), lines: z.int() }),
});
export type LogPeers = z.infer<typeof logPeersSchema>;
