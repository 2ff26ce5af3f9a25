import { z } from 'zod';

const percent = z.coerce
  .number({ error: 'is missing or no number: a share in percent' })
  .min(0, { error: 'is below 0' })
  .max(100, { error: 'is above 100' });

/** What a canary would need: shares in percent. */
export const whatIfQuery = z.strictObject({
  configured: percent,
  actual: percent,
  requestsPerSecond: z.coerce.number().positive().max(1e9).optional(),
});

export type WhatIfQuery = z.output<typeof whatIfQuery>;

export const whatIfSchema = z.strictObject({
  /**
   * Requests until the evidence suffices, in half and in nine tenths of cases; absent where the shares are too near to be
   * told apart.
   */
  mismatch: z.strictObject({ half: z.int(), most: z.int() }).optional(),
  /** Requests until the configured share is confirmed within its delta. */
  confirmation: z.int(),
  delta: z.number(),
  seconds: z
    .strictObject({
      mismatchHalf: z.number().optional(),
      mismatchMost: z.number().optional(),
      confirmation: z.number(),
    })
    .optional(),
  text: z.string(),
});

export type WhatIf = z.infer<typeof whatIfSchema>;
