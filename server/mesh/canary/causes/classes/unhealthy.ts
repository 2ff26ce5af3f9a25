import { formatCount } from '#lib/format-count.ts';
import { splitResponseFlags } from '#lib/response-flags.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { JudgedSource } from '../../verdict/judged-source.ts';
import type { CauseInput } from '../cause-input.ts';
import type { CauseRule } from '../cause-rule.ts';
import { fitsShares } from '../fits-shares.ts';
import { sourceKey } from '../source-key.ts';

/** Nothing healthy to send to, no such cluster, or no connection that held. Source: Envoy's response flags. */
const flagsOfNobody: ReadonlySet<string> = new Set(['UH', 'NC', 'UF', 'UC']);

/** Requests for a version without healthy pods fail, often before they reach it, and are missing from its count. */
export const unhealthy: CauseRule = {
  title: 'Unhealthy version',
  judge({ split }, off) {
    const wanted = split.versions.filter(({ weight }) => weight > 0);
    const failed = off.filter((source) => lostOf(source) > 0);
    const weak = wanted.filter(({ endpoints, problem }) => isWeak(endpoints) || problem !== undefined);
    if (failed.length === 0) {
      const ready = wanted.reduce((sum, { endpoints }) => sum + (endpoints?.ready ?? 0), 0);
      const total = wanted.reduce((sum, { endpoints }) => sum + (endpoints?.total ?? 0), 0);
      return {
        ruledOut: weak.length === 0 ? `${ready} of ${total} ready` : 'no request failed for it',
      };
    }
    const isFitting = failed.every((source) => isMadeUpBy(source, split));
    const names = weak.map(({ name }) => name).join(', ');
    return {
      confidence: isFitting ? 'likely' : 'possible',
      text: `Requests that nobody healthy answered count for no version${names === '' ? '' : `; ${names} is short of ready pods`}${isFitting ? '. Counted for the versions that got too little, they make up what is missing' : ''}.`,
      sources: failed,
      facts: [
        ...weak.map(({ name, endpoints, problem }) => ({
          label: name,
          text: [
            endpoints === undefined ? '' : `${endpoints.ready} of ${endpoints.total} ready`,
            problem ?? '',
          ]
            .filter((text) => text !== '')
            .join(', '),
        })),
        ...failed.map((source) => ({
          label: 'Failed',
          text: `${sourceKey(source)}: ${formatCount(lostOf(source))} requests (${flagsText(source)})`,
        })),
      ],
      fix: 'Bring pods of the version up, or take its weight back until they are.',
    };
  },
};

function isWeak(endpoints: { ready: number; total: number } | undefined): boolean {
  return endpoints !== undefined && endpoints.ready < Math.max(endpoints.total, 1);
}

function lost({ unassigned }: JudgedSource) {
  return unassigned.filter(({ flags }) => splitResponseFlags(flags).some((flag) => flagsOfNobody.has(flag)));
}

function lostOf(source: JudgedSource): number {
  return lost(source).reduce((sum, { count }) => sum + count, 0);
}

function flagsText(source: JudgedSource): string {
  return [...new Set(lost(source).map(({ flags, code }) => `${code} ${flags}`))].join(', ');
}

/** Whether the split fits once failed requests are given to the versions that are under their share. */
function isMadeUpBy(source: JudgedSource, { versions }: CauseInput['split']): boolean {
  const total = source.requestCount + lostOf(source);
  const missing = versions.map(({ share }, version) =>
    Math.max(0, share * total - (source.versions[version]?.count ?? 0)),
  );
  const sum = missing.reduce((all, one) => all + one, 0);
  if (sum === 0) return false;
  const filled = source.versions.map((version, index) => {
    const count = version.count + (lostOf(source) * (missing[index] ?? 0)) / sum;
    const estimate = wilson(count, total);
    return { ...version, ...(estimate === undefined ? {} : { estimate }) };
  });
  return fitsShares(
    { versions: filled },
    versions.map(({ share }) => share),
  );
}
