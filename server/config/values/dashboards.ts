import { z } from 'zod';
import { dashboardKinds } from '#lib/grafana-dashboards.ts';

const error = `must be dashboards as "kind=title or uid", separated by ";", or a map of them; the kinds are ${dashboardKinds.join(', ')}`;

const byKind = z.partialRecord(z.enum(dashboardKinds), z.string().trim().min(1).max(200));

/** `workload=Our workloads; ztunnel=a1b2c3`; in the file also a map, whose values may hold a `;`. */
export const dashboards = z
  .union([z.string(), z.record(z.string(), z.union([z.string(), z.number()]))], { error })
  .transform((given, context) => {
    const pairs = typeof given === 'string' ? pairsOf(given) : Object.entries(given);
    const parsed = byKind.safeParse(Object.fromEntries(pairs.map(([kind, name]) => [kind, String(name)])));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

function pairsOf(text: string): [string, string][] {
  return text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, kind = '', name = ''] = /^\s*([^=\s]*)\s*=?\s*(.*?)\s*$/.exec(part) ?? [];
      return [kind, name];
    });
}
