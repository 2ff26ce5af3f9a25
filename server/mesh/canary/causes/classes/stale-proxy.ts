import { formatQuantity } from '#lib/format-count.ts';
import type { EnvoySplit } from '../../envoy-split.ts';
import type { CauseInput } from '../cause-input.ts';
import type { CauseFinding, CauseRule, Fact } from '../cause-rule.ts';
import {
  type CallingWorkload,
  hasRightWeightsAtIstiod,
  isBehind,
  isUnacknowledged,
  proxiesOf,
  sharesInEnvoy,
  sourcesOf,
} from '../proxies-of.ts';
import { envoyFact, istiodFacts, proxyCommand, syncFacts } from '../proxy-facts.ts';
import { canaryShareText, configuredText, sharesText } from '../share-words.ts';
import { ratioOfText } from '../weights-text.ts';
import { withoutFacts } from '../without-sources.ts';

/** More of them would say the same. */
const shownProxies = 5;

/** A proxy goes on with older weights than istiod has for it: proven where istiod's own are as configured. */
export const staleProxy: CauseRule = {
  title: 'Stale proxy',
  judge(input, off) {
    const found = findStaleProxies(input, off);
    if (found === undefined || 'ruledOut' in found) return found;
    const { sources, facts } = found;
    const observed = sources.flatMap((source): Fact[] => {
      const shares = sharesInEnvoy(source, input);
      if (shares === undefined) return [];
      const text = `${source.workload}: ${canaryShareText(source, input.split)}, by its weights ${sharesText(shares)}`;
      return [{ label: 'Observed', text }];
    });
    return { ...found, facts: [...facts, ...observed, ...withoutFacts(input, sources)] };
  },
};

/** As far as proxies and istiod tell, whatever was observed. */
export function findStaleProxies<Caller extends CallingWorkload>(
  input: Pick<CauseInput, 'split' | 'proxies' | 'nowMs'>,
  callers: readonly Caller[],
): CauseFinding<Caller> {
  const { split } = input;
  const read = proxiesOf(input, callers);
  const stale = read.filter((proxy) => isBehind(proxy, split));
  const [first] = stale;
  if (first === undefined)
    return read.length === 0
      ? undefined
      : { ruledOut: `0 of ${formatQuantity(read.length, 'proxy', 'proxies')}` };
  const isProven = stale.every((proxy) => hasRightWeightsAtIstiod(proxy, split) === true);
  return {
    confidence: isProven ? 'proven' : 'likely',
    text: textOf(stale, split),
    sources: sourcesOf(stale, callers),
    facts: [
      ...syncFacts(first, input.nowMs),
      ...stale.slice(0, shownProxies).map(envoyFact),
      ...istiodFacts(first),
    ],
    fix: 'Look into the log of its container istio-proxy for what holds it up: an agent that stands still, a connection to istiod that is cut, or a configuration that it refuses. Restarting the pod makes it fetch everything anew.',
    command: proxyCommand(first),
  };
}

/** `One stale proxy: shop/checkout-1 never accepted the routes that carry 3:1 and still splits 1:1.` */
function textOf(stale: readonly EnvoySplit[], split: CauseInput['split']): string {
  const [first, ...others] = stale;
  if (first === undefined) return '';
  const names = stale.map(({ namespace, pod }) => `${namespace}/${pod}`).join(', ');
  const head = others.length === 0 ? `One stale proxy: ${names}` : `${stale.length} stale proxies: ${names}`;
  const what = first.section === 'routes' ? 'routes' : 'listeners';
  const refusal =
    first.sync?.state === 'ERROR' ? 'refused' : isUnacknowledged(first) ? 'never accepted' : 'did not take';
  const still =
    first.state === 'found'
      ? `still ${others.length === 0 ? 'splits' : 'split'} ${ratioOfText(first.weights, split)}`
      : `${others.length === 0 ? 'has' : 'have'} no such rule`;
  return `${head} ${refusal} the ${what} that carry ${configuredText(split)} and ${still}.`;
}
