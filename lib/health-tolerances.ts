import { z } from 'zod';

const percent = z.number().min(0).max(100);
const positive = z.number().positive();
const pattern = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => patternOf(text) !== undefined, { error: 'is not a regular expression' });

/** `code,degraded,failing,protocol,direction` as fields; patterns are regular expressions in which X is a digit. */
const rateSchema = z
  .strictObject({
    code: pattern,
    degradedPercent: percent,
    failingPercent: percent,
    protocol: pattern.default('.*'),
    direction: pattern.default('.*'),
  })
  .refine(({ degradedPercent, failingPercent }) => degradedPercent <= failingPercent, {
    message: 'degradedPercent is above failingPercent',
  });

const upperSchema = z.strictObject({ degradedFrom: positive, failingFrom: positive.optional() });

/** What an installation, a namespace or a workload tolerates; what is not set stays as Vigla has it. */
export const toleranceSchema = z.strictObject({
  /** 5xx, no response and gRPC errors. Degraded above the first, failing from the second. */
  failedPercent: z.strictObject({ degradedAbove: percent, failingFrom: percent }).optional(),
  /** 4xx. */
  clientErrorPercent: z.strictObject({ degradedFrom: percent }).optional(),
  /** In the place of both, code by code. */
  rates: z.array(rateSchema).max(50).optional(),
  p95Ms: upperSchema.optional(),
  connectionsOpenedPerSecond: upperSchema.optional(),
  bytesPerSecond: z.strictObject({ degradedBelow: positive, failingBelow: positive.optional() }).optional(),
  /** Of the window: with fewer requests their shares and times say nothing. */
  minimumRequests: z.int().min(0).optional(),
});
export type Tolerance = z.output<typeof toleranceSchema>;

/** A tolerance with whom it is for; `*` in a pattern is any text. */
const healthRuleSchema = z.strictObject({
  kind: z.enum(['workload', 'service', 'application']).optional(),
  namespace: z.string().min(1).default('*'),
  name: z.string().min(1).default('*'),
  ...toleranceSchema.shape,
});
export type HealthRule = z.output<typeof healthRuleSchema>;
export const healthRulesSchema = z.array(healthRuleSchema).max(1000);

/** A regular expression for the whole text, in which an X is a digit; undefined where it is none. */
export function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text.replace(/x/gi, '\\d')})$`, 'i');
  } catch {
    return undefined;
  }
}
