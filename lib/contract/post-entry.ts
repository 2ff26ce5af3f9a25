import type { z } from 'zod';

/** A route that takes a body. `body: 'file'` is taken as bytes, whatever its type. */
export type PostEntry = { summary: string; query: z.ZodType; body: z.ZodType | 'file'; data: z.ZodType };
