import { formatNumber } from '#lib/format-number.ts';
import type { CauseRule } from '../cause-rule.ts';
import { proxiesOf, sourcesOf } from '../proxies-of.ts';
import { envoyFact } from '../proxy-facts.ts';
import { sourceKey } from '../source-key.ts';

/** Requests are not independent: sessions or bursts go to one version as a whole. */
export const connectionReuse: CauseRule = {
  title: 'Connection reuse',
  judge(input, off) {
    const { affinity } = input.split;
    const sticky = proxiesOf(input, off).filter(({ isSticky }) => isSticky === true);
    const over = off.filter(({ dispersion }) => dispersion?.isOver === true);
    const [first] = sticky;
    if (first === undefined && over.length === 0) {
      const known = off.flatMap(({ dispersion }) => dispersion?.phi ?? []);
      return known.length === 0
        ? undefined
        : { ruledOut: `dispersion ${formatNumber(Math.max(...known), 1)}` };
    }
    return {
      confidence: first === undefined ? 'likely' : 'proven',
      text:
        first === undefined
          ? 'The versions’ shares swing more from slice to slice than chance lets independent requests: few sessions, connections or bursts decide. The evidence counts for less by that much.'
          : 'Its proxy chooses the version by a hash or header of the request, and not by chance: a few busy callers decide.',
      sources: [...new Set([...over, ...sourcesOf(sticky, off)])],
      facts: [
        ...over.map((source) => ({
          label: 'Dispersion',
          text: `${sourceKey(source)}: ${formatNumber(source.dispersion?.phi ?? 0, 1)}, by chance at most ${formatNumber(source.dispersion?.limit ?? 0, 1)}`,
        })),
        ...(first === undefined ? [] : [envoyFact(first)]),
        ...(affinity === undefined ? [] : [{ label: 'Affinity', text: affinity }]),
      ],
      fix: 'Count over a longer time: the share of sessions evens out, that of requests only with them.',
    };
  },
};
