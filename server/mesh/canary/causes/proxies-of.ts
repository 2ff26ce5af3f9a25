import { holdsAsConfigured } from '../envoy-shares.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import type { JudgedSource } from '../verdict/judged-source.ts';
import type { CauseInput } from './cause-input.ts';
import { sharesOfText } from './weights-text.ts';

const tolerance = 1e-6;

/** A workload that calls or may call, and where the version is chosen for it. */
export type CallingWorkload = Pick<JudgedSource, 'namespace' | 'workload' | 'kind'>;

/** The proxies of some sources that could be read. */
export function proxiesOf(
  { proxies }: Pick<CauseInput, 'proxies'>,
  sources: readonly CallingWorkload[],
): readonly EnvoySplit[] {
  return proxies.filter(
    (proxy) => proxy.state !== 'unanswered' && sources.some((source) => isOf(proxy, source)),
  );
}

/** The proxy that chooses the version for a source: its own, or the waypoint. */
function isOf(proxy: EnvoySplit, { namespace, workload, kind }: CallingWorkload): boolean {
  if (kind === 'waypoint') return proxy.type === 'waypoint';
  return proxy.namespace === namespace && proxy.workload === workload;
}

/** Sources that one of these proxies belongs to. */
export function sourcesOf<Caller extends CallingWorkload>(
  proxies: readonly EnvoySplit[],
  sources: readonly Caller[],
): readonly Caller[] {
  return sources.filter((source) => proxies.some((proxy) => isOf(proxy, source)));
}

/**
 * A proxy holds something else than what is configured because it did not take what istiod has for it: istiod's own
 * weights are as configured, or, where these could not be read, its last push was not acknowledged.
 */
export function isBehind(proxy: EnvoySplit, split: CauseInput['split']): boolean {
  if (proxy.state === 'unanswered' || holdsAsConfigured(proxy, split)) return false;
  return hasRightWeightsAtIstiod(proxy, split) ?? isUnacknowledged(proxy);
}

/** Undefined where istiod's side is not known, or is what the proxy has. */
export function hasRightWeightsAtIstiod(
  { istiodWeights }: EnvoySplit,
  split: CauseInput['split'],
): boolean | undefined {
  if (istiodWeights === undefined) return undefined;
  const shares = sharesOfText(istiodWeights, split);
  return split.versions.every(
    ({ share }, version) => Math.abs((shares?.[version] ?? -1) - share) <= tolerance,
  );
}

export function isUnacknowledged({ sync }: EnvoySplit): boolean {
  return sync?.state === 'STALE' || sync?.state === 'ERROR';
}

/** What requests of a source should have become by the weights that its proxies hold, as if each had as many of them. */
export function sharesInEnvoy(source: JudgedSource, input: CauseInput): readonly number[] | undefined {
  const found = proxiesOf(input, [source]).filter(({ state }) => state === 'found');
  if (found.length === 0) return undefined;
  return input.split.versions.map(
    (_, version) => found.reduce((sum, { shares }) => sum + (shares[version] ?? 0), 0) / found.length,
  );
}
