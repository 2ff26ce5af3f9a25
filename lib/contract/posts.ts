import type { z } from 'zod';

/** `body: 'file'` is taken as bytes, whatever its type. */
type PostEntry = { summary: string; query: z.ZodType; body: z.ZodType | 'file'; data: z.ZodType };

/** Every route that takes a body; some have a GET of the same address among `apiRoutes`. */
export const apiPosts = {} as const satisfies Record<string, PostEntry>;
