import { holdsAsConfigured } from '../../envoy-shares.ts';
import type { CauseRule } from '../cause-rule.ts';
import { proxiesOf, sourcesOf } from '../proxies-of.ts';
import { envoyFact } from '../proxy-facts.ts';

/** Another route object has the same host, and proxies take that one. */
export const twoRoutes: CauseRule = {
  title: 'Two routes on one host',
  judge(input, off) {
    const { split } = input;
    const others = split.problems.filter(({ id }) => id === 'two-routes');
    if (others.length === 0) return { ruledOut: 'none' };
    const read = proxiesOf(input, off);
    const without = read.filter((proxy) => !holdsAsConfigured(proxy, split));
    if (read.length > 0 && without.length === 0) return { ruledOut: 'this one is in force' };
    const [first] = without;
    return {
      confidence: first === undefined ? 'possible' : 'likely',
      text:
        first === undefined
          ? 'Another route object has the same host; whether proxies take that one could not be read.'
          : 'Another route object has the same host, and proxies do not have this rule as it is written.',
      sources: first === undefined ? off : sourcesOf(without, off),
      facts: [
        ...others.map(({ text }) => ({ label: 'Routes', text })),
        ...(first === undefined ? [] : [envoyFact(first)]),
      ],
      fix: 'Put all rules of a host into one route object.',
    };
  },
};
