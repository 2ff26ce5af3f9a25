import { formatQuantity } from '#lib/format-count.ts';
import { holdsAsConfigured } from '../../envoy-shares.ts';
import type { CauseInput } from '../cause-input.ts';
import type { CauseFinding, CauseRule } from '../cause-rule.ts';
import { fitsShares } from '../fits-shares.ts';
import { type CallingWorkload, isBehind, proxiesOf, sharesInEnvoy, sourcesOf } from '../proxies-of.ts';
import { envoyFact, istiodFacts, proxyCommand } from '../proxy-facts.ts';
import { canaryShareText, configuredText, sharesText } from '../share-words.ts';
import { withoutFacts } from '../without-sources.ts';

/** A proxy that is in sync has the rule with other weights: something between the object and the proxy changed them. */
export const otherWeightsInEnvoy: CauseRule = {
  title: 'Other weights in Envoy',
  judge(input, off) {
    const found = findOtherWeights(input, off);
    if (found === undefined || 'ruledOut' in found) return found;
    const { sources, facts } = found;
    const isFitting = sources.every((source) => fitsShares(source, sharesInEnvoy(source, input) ?? []));
    const observed = sources.map((source) => ({
      label: 'Observed',
      text: `${source.workload}: ${canaryShareText(source, input.split)}, by its weights ${sharesText(sharesInEnvoy(source, input) ?? [])}`,
    }));
    return {
      ...found,
      confidence: isFitting ? 'proven' : 'likely',
      facts: [...facts, ...observed, ...withoutFacts(input, sources)],
    };
  },
};

/** As far as proxies and istiod tell, whatever was observed. */
export function findOtherWeights<Caller extends CallingWorkload>(
  input: Pick<CauseInput, 'split' | 'proxies'>,
  callers: readonly Caller[],
): CauseFinding<Caller> {
  const { split } = input;
  const read = proxiesOf(input, callers);
  const other = read.filter(
    (proxy) => proxy.state === 'found' && !holdsAsConfigured(proxy, split) && !isBehind(proxy, split),
  );
  const [first] = other;
  if (first === undefined)
    return read.length === 0
      ? undefined
      : { ruledOut: `0 of ${formatQuantity(read.length, 'proxy', 'proxies')}` };
  const names = other.map(({ namespace, pod }) => `${namespace}/${pod}`).join(', ');
  return {
    confidence: 'proven',
    text: `${names} ${other.length === 1 ? 'has' : 'have'} the rule with other weights than ${configuredText(split)}, though istiod knows of no push that is missing: ${first.weights}.`,
    sources: sourcesOf(other, callers),
    facts: [envoyFact(first), ...istiodFacts(first)],
    fix: 'Look for an EnvoyFilter that patches the route, a second route object for the same host, and an istiod of another revision that has not seen the change.',
    command: proxyCommand(first),
  };
}
