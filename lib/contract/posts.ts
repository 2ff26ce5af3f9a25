import type { z } from 'zod';
import { injectionTrialBody, injectionTrialQuery, injectionTrialSchema } from './injection.ts';

/** `body: 'file'` is taken as bytes, whatever its type. */
type PostEntry = { summary: string; query: z.ZodType; body: z.ZodType | 'file'; data: z.ZodType };

/** Every route that takes a body; some have a GET of the same address among `apiRoutes`. */
export const apiPosts = {
  '/api/mesh/injection/trial': {
    summary: 'Whether the pods of a manifest would get a proxy; nothing is sent to the cluster',
    query: injectionTrialQuery,
    body: injectionTrialBody,
    data: injectionTrialSchema,
  },
} as const satisfies Record<string, PostEntry>;
