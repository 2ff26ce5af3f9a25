import { z } from 'zod';
import { canaryWindowSchema, judgedStatusSchema } from './canaries.ts';
import { causeIds } from './canary-cause.ts';
import { comparisonStatuses } from './canary-comparison.ts';
import { canaryQuery } from './canary-query.ts';
import { objectReferenceSchema } from './evidence.ts';

/** What a gate reads. */
export const gateVerdictSchema = z.strictObject({
  object: objectReferenceSchema,
  route: z.string(),
  /** As on the page. */
  verdict: judgedStatusSchema,
  /** 0: go on; 1: stop; 2: not decided yet. */
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  summary: z.string(),
  window: canaryWindowSchema,
  requestCount: z.int(),
  split: z.array(
    z.strictObject({
      version: z.string(),
      configured: z.number(),
      observed: z.number().optional(),
      low: z.number().optional(),
      high: z.number().optional(),
    }),
  ),
  sources: z.array(
    z.strictObject({ source: z.string(), verdict: judgedStatusSchema, requestCount: z.int() }),
  ),
  /** Of the worst version that is not the baseline. */
  errors: z.enum(comparisonStatuses),
  latency: z.enum(comparisonStatuses),
  causes: z.array(z.enum(causeIds)),
});
export type GateVerdict = z.infer<typeof gateVerdictSchema>;

/** What closes the gate with status 409, for tools that look at the status alone. */
export const gateModes = ['never', 'bad', 'undecided'] as const;
/** What is judged: pipelines with metrics of their own ask whether the split is real, others how the versions do as well. */
export const gateChecks = ['all', 'split'] as const;
export type GateCheck = (typeof gateChecks)[number];

export const gateQuery = z.strictObject({
  ...canaryQuery.shape,
  check: z.enum(gateChecks).default('all'),
  /** Answer 409 where the gate says stop (`bad`), or also where nothing is decided yet (`undecided`). */
  fail: z.enum(gateModes).default('never'),
});
export type GateQuery = z.output<typeof gateQuery>;

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
