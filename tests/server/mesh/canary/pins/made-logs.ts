import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import type { PinnedSource } from '#server/mesh/canary/pins/pinned-source.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import type { LoadContext, LogQuestion, StoredLine } from '#server/sources/interface.ts';
import { logContext, logsOf, nowMs } from '#tests/support/log-context.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';
import { cartPin, cartSplit } from '../made-cart.ts';

export const host = 'cart.shop.svc.cluster.local';
export const cluster = (subset: string) => `outbound|8080|${subset}|${host}`;

type Line = { authority?: string; route?: string; to?: string; upstream?: string; format?: 'text' | 'json' };

/** Lines of Istio's default text format, or of its JSON format. */
export function lines(
  count: number,
  {
    route = '-',
    to = cluster('v1'),
    upstream = '10.0.0.9:8080',
    format = 'text',
    authority = `${host}:8080`,
  }: Line,
): string[] {
  const text = `[2026-11-21T02:01:00.000Z] "GET / HTTP/1.1" 200 - via_upstream - "-" 0 5 3 2 "-" "curl" "id" "${authority}" "${upstream}" ${to} 10.0.0.1:1 10.96.0.9:8080 10.0.0.1:2 - ${route}`;
  const json = JSON.stringify({
    start_time: '2026-11-21T02:01:00.000Z',
    response_code: 200,
    response_flags: '-',
    authority,
    upstream_host: upstream,
    upstream_cluster: to,
    route_name: route === '-' ? null : route,
  });
  return Array.from({ length: count }, () => (format === 'text' ? text : json));
}

/** One a second, the last a second ago. */
export function stored(texts: readonly string[]): StoredLine[] {
  return texts.map((text, index) => ({ text, atMs: nowMs - (texts.length - index) * 1000 }));
}

type Made = {
  /** By the pod's name. */
  logs?: Readonly<Record<string, readonly string[] | Error>>;
  /** Their StatefulSets are named before the hyphen: `web-1` is of `shop/web`. */
  pods?: readonly string[];
  questions?: LogQuestion[];
};

export function logMesh({ logs = {}, pods = ['web-1'], questions = [] }: Made): LoadContext {
  const answers = Object.entries(logs).map(([pod, texts]) => [
    `${pod}/istio-proxy`,
    texts instanceof Error ? texts : stored(texts),
  ]);
  return logContext({
    objects: pods.map((name) =>
      proxyPod({
        name,
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'StatefulSet', name: name.replace(/-.*/, ''), controller: true },
        ],
      }),
    ),
    logs: logsOf(Object.fromEntries(answers), questions),
  });
}

/** The second rule of `shop/cart`, 90 to v1 and 10 to v2; the first sends testers to v2. */
export const testersSplit = cartSplit({
  path: 'spec.http[1]',
  routeName: 'split',
  pins: [cartPin({ routeName: 'testers', versions: [1] })],
});

/** A mesh in which `shop/web` has one proxy with these lines. */
export function oneLog(texts: readonly string[]): LoadContext {
  return logMesh({ logs: { 'web-1': texts } });
}

export const web = { namespace: 'shop', workload: 'web' };
export const lastHour = { fromSeconds: nowMs / 1000 - 3600, toSeconds: nowMs / 1000 };

/** What the logs of `shop/web` tell of a split. */
export async function pinnedOfWeb(
  split: Split,
  context: LoadContext,
  window: { fromSeconds: number; toSeconds: number } = lastHour,
): Promise<PinnedSource> {
  const { bySource } = await loadPinned(split, [web], window, context);
  const source = bySource.get('shop/web');
  if (source === undefined) throw new Error('every caller has an answer');
  return source;
}
