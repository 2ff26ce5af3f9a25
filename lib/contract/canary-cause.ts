import { z } from 'zod';

export const causeIds = [
  'stale-proxy',
  'other-weights-in-envoy',
  'not-bound',
  'pinned',
  'two-routes',
  'other-port',
  'unhealthy',
  'mirror',
  'retries',
  'connection-reuse',
  'direct-calls',
] as const;

export const canaryCauseSchema = z.strictObject({
  id: z.enum(causeIds),
  title: z.string(),
  /** `proven` where configuration shows it, `likely` where figures fit, `possible` where nothing speaks against it. */
  confidence: z.enum(['proven', 'likely', 'possible']),
  text: z.string(),
  /** `<namespace>/<workload>` of the sources that it explains. */
  sources: z.array(z.string()),
  facts: z.array(z.strictObject({ label: z.string(), text: z.string(), link: z.string().optional() })),
  fix: z.string().optional(),
  command: z.string().optional(),
});

export type CanaryCause = z.infer<typeof canaryCauseSchema>;
