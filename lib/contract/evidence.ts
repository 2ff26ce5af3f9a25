import { z } from 'zod';

/** One piece of proof. `series` is PromQL with its value, `object` a Kubernetes field, `envoy` an item of a dump, `log` a line. */
export const evidenceSchema = z.strictObject({
  kind: z.enum(['series', 'object', 'envoy', 'log']),
  text: z.string(),
  link: z.string().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The answer to a "why": a sentence, its proof, what to do, and the command that shows the same without Vigla. */
export const explanationSchema = z.strictObject({
  text: z.string(),
  fix: z.string().optional(),
  evidence: z.array(evidenceSchema),
  command: z.string().optional(),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const objectReferenceSchema = z.strictObject({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});
export type ObjectReference = z.infer<typeof objectReferenceSchema>;
