import { holdsAsConfigured } from '../../envoy-shares.ts';
import type { JudgedSource } from '../../verdict/judged-source.ts';
import { meets } from '../../verdict/who-is-judged.ts';
import type { CauseInput } from '../cause-input.ts';
import type { CauseRule, Fact } from '../cause-rule.ts';
import { fitsShares } from '../fits-shares.ts';
import { isBehind, proxiesOf } from '../proxies-of.ts';
import { envoyFact, istiodFacts } from '../proxy-facts.ts';
import { readyRatio } from '../ready-ratio.ts';
import { canaryShareText, sharesText } from '../share-words.ts';
import { sourceKey } from '../source-key.ts';
import { withoutFacts } from '../without-sources.ts';

type Unbound = { source: JudgedSource; why: string; confidence: 'proven' | 'likely'; facts: Fact[] };

/** The caller does not apply the rule at all: Kubernetes' Service then chooses, so pods get equal shares. */
export const notBound: CauseRule = {
  title: 'Callers not bound to the route',
  judge(input, off) {
    const unbound = off.flatMap((source) => unboundOf(source, input) ?? []);
    const [first] = unbound;
    if (first === undefined) return { ruledOut: `0 of ${input.judged.sources.length}` };
    const sources = unbound.map(({ source }) => source);
    const isProven = unbound.every(({ confidence }) => confidence === 'proven');
    return {
      confidence: isProven ? 'proven' : 'likely',
      text: unbound.map(({ source, why }) => `${sourceKey(source)} ${why}.`).join(' '),
      sources,
      facts: [
        ...unbound.flatMap(({ facts }) => facts),
        ...ratioFacts(input, sources),
        ...withoutFacts(input, sources),
      ],
      fix: 'Bind the route to these callers: name mesh among its gateways, export it to their namespace, or give them a proxy.',
    };
  },
};

function unboundOf(source: JudgedSource, input: CauseInput): Unbound | undefined {
  const { split, isGateway } = input;
  const key = sourceKey(source);
  const found = (why: string, confidence: Unbound['confidence'], facts: Fact[] = []): Unbound => ({
    source,
    why,
    confidence,
    facts,
  });
  if (source.kind === 'unknown') return found('has no identity of the mesh: it has no sidecar', 'likely');
  if (source.kind !== 'waypoint' && !meets(split, source, isGateway)) {
    if (isGateway(key)) return found('is a gateway that the route is not bound to', 'proven');
    if (!split.isMesh) return found('is in the mesh, and the route is bound to gateways only', 'proven');
    const scope = split.callers === '*' ? '' : split.callers.join(', ') || 'no namespace';
    return found(`is in a namespace that does not see the route, which is for callers in ${scope}`, 'proven');
  }
  const proxies = proxiesOf(input, [source]);
  const lacking = proxies.find(
    (proxy) => (proxy.state === 'absent' || proxy.state === 'unserved') && !isBehind(proxy, split),
  );
  if (lacking !== undefined)
    return found(
      lacking.state === 'absent'
        ? 'has other routes for the host, and this rule is not among them'
        : 'has nothing for the host in its proxy, so its requests pass by every route',
      'proven',
      [envoyFact(lacking), ...istiodFacts(lacking)],
    );
  if (proxies.some((proxy) => holdsAsConfigured(proxy, split))) return undefined;
  const ratio = readyRatio(split);
  const isUnread = proxies.length === 0;
  return isUnread && ratio !== undefined && fitsShares(source, ratio)
    ? found('sends each version what fits its ready pods, as Kubernetes’ Service does', 'likely')
    : undefined;
}

function ratioFacts({ split }: CauseInput, sources: readonly JudgedSource[]): Fact[] {
  const ratio = readyRatio(split);
  if (ratio === undefined) return [];
  const ready = split.versions.map(({ endpoints }) => endpoints?.ready ?? 0).join(' : ');
  return [
    { label: 'Ready pods', text: `${ready}, that is ${sharesText(ratio)}` },
    ...sources.map((source) => ({
      label: 'Observed',
      text: `${source.workload}: ${canaryShareText(source, split)}${fitsShares(source, ratio) ? ', which fits the ready pods' : ''}`,
    })),
  ];
}
