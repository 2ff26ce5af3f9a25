import { formatShare } from '#lib/format-share.ts';
import { pinsOfCaller } from '../../pins-of-caller.ts';
import { sum } from '../../statistics/sum.ts';
import type { CauseRule } from '../cause-rule.ts';
import { sourceKey } from '../source-key.ts';

/** Requests that other rules send to the versions, where access logs do not tell them apart. */
export const pinned: CauseRule = {
  title: 'Pinned by other rules',
  judge({ split, judged }, off) {
    if (split.pins.length === 0) return { ruledOut: 'no other rule leads to a version' };
    const unmeasured = off.filter(
      (source) => source.pinned?.isMeasured === false && pinsOfCaller(split, source).length > 0,
    );
    if (unmeasured.length === 0) {
      const total = sum(judged.sources.flatMap(({ counted }) => counted));
      const taken = sum(judged.sources.map(({ counted, pinned: own }) => sum(counted) * (own?.share ?? 0)));
      return { ruledOut: `${formatShare(total === 0 ? 0 : taken / total)} of requests, taken out` };
    }
    const rules = split.pins.map(
      ({ path, matches, versions }) =>
        `${path} (${matches.join(' or ') || 'everything else'}) to ${versions.map((version) => split.versions[version]?.name).join(', ')}`,
    );
    return {
      confidence: 'possible',
      text: `Other rules of the route lead to the same versions, and how many of the requests came by them is not known of ${unmeasured.map(sourceKey).join(', ')}.`,
      sources: unmeasured,
      facts: [
        ...rules.map((text) => ({ label: 'Rule', text })),
        ...unmeasured.map(({ workload, pinned: own }) => ({
          label: 'Logs',
          text: `${workload}: ${own?.text ?? 'not read'}`,
        })),
      ],
      fix: 'Let the proxies write access logs with the route’s name (%ROUTE_NAME%): then such requests are counted apart.',
    };
  },
};
