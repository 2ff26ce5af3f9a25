import type { DiscoveryType, Sync } from '#lib/contract/proxies.ts';
import type { EnvoySplit } from '../envoy-split.ts';

/**
 * What istiod says of the type of configuration that a rule comes with. Its nonces begin with the time at which they were
 * made (`<time>/<counter><uuid>`), to the second; `shiftMs` is added to that. Undefined where istiod says nothing.
 */
export function routeSync(
  syncs: readonly Sync[] | undefined,
  { type, shiftMs }: { type: DiscoveryType; shiftMs: number },
): EnvoySplit['sync'] {
  const sync = syncs?.find((one) => one.type === type);
  if (sync === undefined) return undefined;
  const { state, sent, acked, sentAt } = sync;
  const sentAtMs = sentAt === undefined ? nonceTime(sent, shiftMs) : Date.parse(sentAt);
  const ackedAtMs = acked !== undefined && acked === sent ? sentAtMs : nonceTime(acked, shiftMs);
  return {
    state,
    ...(sentAtMs === undefined ? {} : { sentAtMs }),
    ...(ackedAtMs === undefined ? {} : { ackedAtMs }),
    ...(sent === undefined ? {} : { sentNonce: sent }),
    ...(acked === undefined ? {} : { ackedNonce: acked }),
  };
}

/** Older Istios' nonces are random: they tell no time. */
function nonceTime(nonce: string | undefined, shiftMs: number): number | undefined {
  const [, time] = /^(\d{4}-\d\d-\d\dT[^/]+)\//.exec(nonce ?? '') ?? [];
  const atMs = Date.parse(time ?? '');
  return Number.isNaN(atMs) ? undefined : atMs + shiftMs;
}
