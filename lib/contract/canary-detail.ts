import { z } from 'zod';
import { splitFields } from './canaries.ts';
import { canaryCauseSchema, causeIds } from './canary-cause.ts';
import { comparedVersionsSchema } from './canary-comparison.ts';
import { canarySourceSchema } from './canary-source.ts';
import { canaryTimelineSchema } from './canary-timeline.ts';
import { evidenceSchema } from './evidence.ts';

export const canaryDetailSchema = z.strictObject({
  ...splitFields,
  sources: z.array(canarySourceSchema),
  timeline: canaryTimelineSchema,
  compared: comparedVersionsSchema,
  /** The most probable first. */
  causes: z.array(canaryCauseSchema),
  ruledOut: z.array(z.strictObject({ id: z.enum(causeIds), title: z.string(), text: z.string() })),
  /** What one has to know to read the figures of this split. */
  caveats: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  /** The questions and objects behind the figures. */
  proof: z.array(evidenceSchema),
});

export type CanaryDetail = z.infer<typeof canaryDetailSchema>;
