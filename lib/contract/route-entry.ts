import type { z } from 'zod';

/** A JSON route of the API: what it is for, what it is asked with, and the shape of `data`. */
export type RouteEntry = { summary: string; query: z.ZodType; data: z.ZodType };
