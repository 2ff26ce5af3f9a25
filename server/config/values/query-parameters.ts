import { z } from 'zod';

/** Parameters as a query string has them; in the file also a map. */
export const queryParameters = z
  .union([z.string(), z.record(z.string(), z.string())], { error: 'must be parameters such as a=1&b=2' })
  .transform((given): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(given)));
