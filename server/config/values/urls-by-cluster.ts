import { z } from 'zod';
import { httpUrl } from './http-url.ts';

const error = 'must be addresses as "cluster=address", separated by ",", or a map of them';

/** `east=http://…,west=http://…`; in the file a map. */
export const urlsByCluster = z
  .union([z.string(), z.record(z.string(), z.string())], { error })
  .transform((given, issues): ReadonlyMap<string, string> => {
    const pairs = typeof given === 'string' ? pairsOf(given) : Object.entries(given);
    const read = pairs.map(([cluster, url]) => [cluster, httpUrl.safeParse(url)] as const);
    const wrong = read.find(([cluster, { success }]) => cluster === '' || !success);
    if (wrong !== undefined || new Set(pairs.map(([cluster]) => cluster)).size < pairs.length) {
      issues.addIssue({ code: 'custom', message: wrong?.[1].error?.issues[0]?.message ?? error });
      return z.NEVER;
    }
    return new Map(read.flatMap(([cluster, { data }]) => (data === undefined ? [] : [[cluster, data]])));
  });

function pairsOf(text: string): [string, string][] {
  return text.split(',').map((part) => {
    const [, cluster = '', url = ''] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    return [cluster, url];
  });
}
