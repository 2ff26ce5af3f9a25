import type { CanarySource } from '#lib/contract/canary-source.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { holdsAsConfigured, sharesOfMost } from '../envoy-shares.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import { proxyDetail } from '../source-detail.ts';
import type { Split } from '../split.ts';
import { deltaOf } from '../statistics/delta-of.ts';
import type { PossibleCaller } from './callers-of-proxies.ts';

/** A workload that may call: what its proxies hold, and nothing of its requests. */
export function unobservedSource(
  { namespace, workload, kind, own }: PossibleCaller,
  split: Split,
): CanarySource {
  const inEnvoy = sharesOfMost(own);
  return {
    namespace,
    workload,
    kind,
    verdict: { status: 'unobserved', text: proxiesText(own, split) },
    versions: split.versions.map(({ share }) => ({ delta: deltaOf(share), isOutside: false })),
    proxies: own.map((proxy) => proxyDetail(proxy, split)),
    ...(inEnvoy === undefined ? {} : { inEnvoy: [...inEnvoy] }),
    isOverdispersed: false,
    unassigned: [],
    notes: [],
  };
}

/** `proxy as configured`, `1 of 2 proxies not as configured`, `proxy not read`. */
function proxiesText(own: readonly EnvoySplit[], split: Split): string {
  const said = (count: number) =>
    own.length === 1 ? 'proxy' : `${count} of ${formatQuantity(own.length, 'proxy', 'proxies')}`;
  const read = own.filter(({ state }) => state !== 'unanswered');
  const off = read.filter((proxy) => !holdsAsConfigured(proxy, split));
  if (off.length > 0) return `${said(off.length)} not as configured`;
  if (read.length < own.length) return `${said(own.length - read.length)} not read`;
  return own.length === 1 ? 'proxy as configured' : `all ${own.length} proxies as configured`;
}
