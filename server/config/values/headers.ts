import { z } from 'zod';

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const error = 'must be headers as "Name: value", separated by ";", or a map of them';

/** `Name: value` pairs, one a line or separated by `;`; in the file also a map, whose values may hold a `;`. */
export const headers = z
  .union([z.string(), z.record(z.string(), z.union([z.string(), z.number()]))], { error })
  .transform((given, context) => {
    const pairs = typeof given === 'string' ? pairsOf(given) : mapPairs(given);
    if (pairs.every(([name, value]) => headerName.test(name) && !/[\r\n]/.test(value)))
      return Object.fromEntries(pairs);
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

function pairsOf(text: string): [string, string][] {
  return text
    .split(/[\n;]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, name = '', value = ''] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(part) ?? [];
      return [name, value];
    });
}

function mapPairs(map: Record<string, string | number>): [string, string][] {
  return Object.entries(map).map(([name, value]) => [name, String(value)]);
}
