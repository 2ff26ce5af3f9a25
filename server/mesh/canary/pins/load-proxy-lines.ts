import { type Coalesced, coalesce } from '#server/coalesce.ts';
import { type ContainerLines, loadContainerLines } from '#server/mesh/logs/load-container-lines.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import type { SourceProxy } from '../source-proxies.ts';
import type { LogWindow } from './log-window.ts';

/** Of the log of one proxy. */
export const newestLines = 2_000;

/** A page asks for all splits at once, and one caller may meet many of them. */
const lifetimeMs = 15_000;
const keptCharacters = 32_000_000;
/** Windows that end now and begin at about the same time have the same newest lines. */
const stepMs = 30_000;
const shops = new WeakMap<LogSource, Coalesced<ContainerLines>>();

/** The newest lines of a proxy within a window, read once for all splits. @throws what the log source throws */
export function loadProxyLines(
  logs: LogSource,
  { namespace, name: pod }: SourceProxy,
  { window, context }: { window: LogWindow; context: LoadContext },
): Promise<ContainerLines> {
  const { fromMs, toMs, isPast } = window;
  const key = JSON.stringify([namespace, pod, isPast ? [fromMs, toMs] : Math.floor(fromMs / stepMs)]);
  const asked = { namespace, pod, container: 'istio-proxy', previous: false, tail: newestLines, window };
  return shopOf(logs, context).get(
    key,
    (shared) => loadContainerLines(logs, asked, { ...context, signal: shared }),
    context.signal,
  );
}

function shopOf(logs: LogSource, { sources }: LoadContext): Coalesced<ContainerLines> {
  const known = shops.get(logs);
  if (known !== undefined) return known;
  const shop = coalesce<ContainerLines>({
    lifetimeMs,
    maximumSize: keptCharacters,
    sizeOf: ({ lines }) => lines.reduce((sum, { text }) => sum + text.length, 0),
    now: sources.now,
  });
  shops.set(logs, shop);
  return shop;
}
