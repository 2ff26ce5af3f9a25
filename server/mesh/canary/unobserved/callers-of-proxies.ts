import type { CallingWorkload } from '../causes/proxies-of.ts';
import { sourceKey } from '../causes/source-key.ts';
import { holdsAsConfigured } from '../envoy-shares.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import type { Split } from '../split.ts';

export type PossibleCaller = CallingWorkload & { own: readonly EnvoySplit[] };

/**
 * The workloads of proxies that may call, those whose proxies are not as configured first. A sidecar without anything for
 * the host is left out, unless istiod still waits for it: its Sidecar object keeps the host from it.
 */
export function callersOfProxies(
  proxies: readonly EnvoySplit[],
  split: Split,
  isGateway: (key: string) => boolean,
): PossibleCaller[] {
  const byWorkload = Map.groupBy(proxies.filter(mayCall), sourceKey);
  return [...byWorkload]
    .flatMap(([key, own]) => {
      const [first] = own;
      return first === undefined ? [] : [{ ...callerOf(first, isGateway(key)), own }];
    })
    .toSorted((one, other) => rankOf(one, split) - rankOf(other, split));
}

function mayCall({ state, type, sync }: EnvoySplit): boolean {
  return state !== 'unserved' || type !== 'sidecar' || sync?.state === 'STALE' || sync?.state === 'ERROR';
}

function callerOf({ namespace, workload, type }: EnvoySplit, isGateway: boolean): CallingWorkload {
  return { namespace, workload, kind: isGateway ? 'gateway' : type === 'waypoint' ? 'waypoint' : 'workload' };
}

/** Off, not read, as configured. */
function rankOf({ own }: PossibleCaller, split: Split): number {
  const read = own.filter(({ state }) => state !== 'unanswered');
  if (read.some((proxy) => !holdsAsConfigured(proxy, split))) return 0;
  return read.length < own.length ? 1 : 2;
}
