import type { z } from 'zod';
import type { Saying } from '#lib/contract/objects.ts';

/** What a spec says; paths begin at the object. */
export type Words = (spec: unknown) => Saying[];

/** Words of a spec of this shape; another shape is said to be unreadable rather than left out. */
export function words<Schema extends z.ZodType>(
  schema: Schema,
  say: (spec: z.output<Schema>) => Saying[],
): Words {
  return (spec) => {
    const parsed = schema.safeParse(spec ?? {});
    return parsed.success ? say(parsed.data) : [{ text: 'has a form that could not be read', path: 'spec' }];
  };
}

/** `hosts a, b`; nothing where there is none. */
export function listed(title: string, values: readonly string[], path: string): Saying[] {
  return values.length === 0 ? [] : [{ text: `${title} ${values.join(', ')}`, path }];
}

/** `2 HTTP rules`; nothing for none. */
export function counted(number: number, noun: { one: string; many: string }, path: string): Saying[] {
  return number === 0 ? [] : [{ text: `${number} ${number === 1 ? noun.one : noun.many}`, path }];
}
