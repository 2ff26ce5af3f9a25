import type { z } from 'zod';

export type Words = (spec: unknown) => string[];

/** Words of a spec of this shape; another shape is said to be unreadable rather than left out. */
export function words<Schema extends z.ZodType>(
  schema: Schema,
  say: (spec: z.output<Schema>) => string[],
): Words {
  return (spec) => {
    const parsed = schema.safeParse(spec ?? {});
    return parsed.success ? say(parsed.data) : ['has a form that could not be read'];
  };
}
