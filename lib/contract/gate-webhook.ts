import { z } from 'zod';
import { gateModes, gateQuery } from './canaries.ts';

/** A webhook's answer is its status alone: where nothing is said, what is bad closes the gate. */
export const gateWebhookQuery = z.strictObject({
  ...gateQuery.shape,
  fail: z.enum(gateModes).default('bad'),
});

/** What Flagger sends of its Canary; newer releases add fields. Source: Flagger, `CanaryWebhookPayload`. */
export const gateWebhookBody = z.looseObject({
  name: z.string().min(1),
  namespace: z.string().min(1),
  phase: z.string().optional(),
  checksum: z.string().optional(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type GateWebhookBody = z.output<typeof gateWebhookBody>;
