import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';

/** Worst first: the order in which states win when several are merged. */
export const healthStatuses = ['failing', 'degraded', 'healthy', 'unknown', 'idle'] as const;
export const healthStatusSchema = z.enum(healthStatuses);
export type HealthStatus = z.infer<typeof healthStatusSchema>;

export const healthReasonSchema = z.strictObject({
  text: z.string(),
  evidence: z.array(evidenceSchema),
});
export type HealthReason = z.infer<typeof healthReasonSchema>;

/** `reasons` says why the state is not healthy; it is empty for healthy and idle things. */
export const healthSchema = z.strictObject({
  status: healthStatusSchema,
  reasons: z.array(healthReasonSchema),
});
export type Health = z.infer<typeof healthSchema>;
