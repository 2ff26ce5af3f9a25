import { z } from 'zod';

/** Something that could not be read, beside the data that could. `source` names who failed to give it. */
export const warningSchema = z.strictObject({
  code: z.string(),
  source: z.enum(['prometheus', 'kubernetes', 'istiod', 'envoy', 'traces', 'grafana', 'logs', 'vigla']),
  message: z.string(),
});
export type Warning = z.infer<typeof warningSchema>;

/** What every successful route answers. */
export type Answer<Data> = { data: Data; warnings: Warning[] };

/** RFC 9457 problem details, plus Vigla's stable `code`. */
export const problemSchema = z.strictObject({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  code: z.string(),
  parameter: z.string().optional(),
  retryAfterSeconds: z.int().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
