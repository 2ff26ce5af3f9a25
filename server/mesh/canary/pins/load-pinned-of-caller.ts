import { formatQuantity } from '#lib/format-count.ts';
import { type Coalesced, coalesce } from '#server/coalesce.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import type { SourceName, SourceProxy } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import { sumRoutes } from './count-routes.ts';
import { limitWords, loadRouteCounts } from './load-route-counts.ts';
import { type LogWindow, logWindowOf } from './log-window.ts';
import { measurePinned, unmeasured } from './measure-pinned.ts';
import type { PinnedSource } from './pinned-source.ts';

/** A page that looks again and again does not read the logs anew. */
const lifetimeMs = 30_000;
const keptCount = 500;
const shops = new WeakMap<LogSource, Coalesced<PinnedSource>>();

type Asked = {
  split: Split;
  caller: SourceName;
  /** Its own, and how many it has in all. */
  proxies: readonly SourceProxy[];
  proxyCount: number;
  window: { fromSeconds: number; toSeconds: number };
  context: LoadContext;
};

/** How much of what one caller sent came by other rules, as the logs of its proxies have it; kept for half a minute. */
export async function loadPinnedOfCaller(logs: LogSource, asked: Asked): Promise<PinnedSource> {
  const { split, proxies, proxyCount, context } = asked;
  const window = logWindowOf(asked.window, context.sources.now());
  const { object, path, routeName, versions, pins } = split;
  const key = JSON.stringify([
    [object, path, routeName, versions.map(({ host, subset, port }) => [host, subset, port])],
    pins.map((pin) => [pin.path, pin.routeName, pin.callers]),
    [asked.caller.namespace, asked.caller.workload],
    [proxies.map(({ namespace, name }) => `${namespace}/${name}`), proxyCount],
    // A window that ends now moves on with every look.
    window.isPast ? [window.fromMs, window.toMs] : Math.floor(window.fromMs / lifetimeMs),
  ]);
  return shopOf(logs, context).get(
    key,
    (shared) => measure(logs, window, { ...asked, context: { ...context, signal: shared } }),
    context.signal,
  );
}

async function measure(logs: LogSource, window: LogWindow, asked: Asked): Promise<PinnedSource> {
  const { split, caller, proxies, proxyCount, context } = asked;
  const all = await atOnce(proxies, proxies.length, (proxy) =>
    loadRouteCounts(logs, proxy, { split, window, context }),
  );
  const read = all.filter(({ unread }) => unread === undefined);
  if (read.length === 0) return unmeasured(split, `its access log could not be read: ${all[0]?.unread}`);
  const extent =
    read.length === proxyCount
      ? formatQuantity(proxyCount, 'proxy', 'proxies')
      : `${read.length} of ${formatQuantity(proxyCount, 'proxy', 'proxies')}`;
  const counts = sumRoutes(
    read.flatMap((one) => one.counts ?? []),
    split,
  );
  return measurePinned(counts, { split, caller, extent, limit: limitWords(read, context.sources.now()) });
}

function shopOf(logs: LogSource, { sources }: LoadContext): Coalesced<PinnedSource> {
  const known = shops.get(logs);
  if (known !== undefined) return known;
  const shop = coalesce<PinnedSource>({
    lifetimeMs,
    maximumSize: keptCount,
    sizeOf: () => 1,
    now: sources.now,
  });
  shops.set(logs, shop);
  return shop;
}
