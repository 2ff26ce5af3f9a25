import { z } from 'zod';

/** Any text but none. */
export const text = z.string().min(1);
