import type { Warning } from '#lib/contract/envelope.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import { logsWarning, noLogsMessage } from '#server/mesh/logs/logs-warning.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { type SourceName, type SourceProxy, sourceProxiesOf } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import { loadPinnedOfCaller } from './load-pinned-of-caller.ts';
import { unmeasured } from './measure-pinned.ts';
import type { PinnedSource } from './pinned-source.ts';
import { isReachedOtherwise } from './reached-otherwise.ts';

/** Who sent requests, and who reports them where that is known. */
type Caller = SourceName & { reporter?: 'source' | 'waypoint' };

const proxiesOfCaller = 3;
const mostProxies = 24;
const callersAtOnce = 4;

/**
 * How much of what each caller (`<namespace>/<workload>`) sent to a split's versions came by other rules, as the access
 * logs of its proxies have it within the window (epoch seconds). At most 3 proxies of a caller and 24 in all are read,
 * the newest 2,000 lines of each; none where the split is the only way to its versions. What cannot be measured says why;
 * nothing is thrown but what cancels the request.
 */
export async function loadPinned(
  split: Split,
  callers: readonly Caller[],
  window: { fromSeconds: number; toSeconds: number },
  context: LoadContext,
): Promise<{ bySource: Map<string, PinnedSource>; warnings: Warning[] }> {
  const { logs, objects } = context.sources;
  if (!isReachedOtherwise(split)) return { bySource: new Map(), warnings: [] };
  if (logs === undefined) {
    const source = unmeasured(split, 'no access logs can be read here');
    return {
      bySource: new Map(callers.map((caller) => [keyOf(caller), source])),
      warnings: [logsWarning('logs_missing', noLogsMessage)],
    };
  }
  const own = callers.filter(({ reporter }) => reporter !== 'waypoint');
  const limits = { ofEach: proxiesOfCaller, inAll: mostProxies };
  const { chosen, leftOut } = sourceProxiesOf(own, await objects.snapshot(context.signal), limits);
  const [chosenOf, leftOutOf] = [byCaller(chosen), byCaller(leftOut)];
  const measured = await atOnce(callers, callersAtOnce, async (caller): Promise<[string, PinnedSource]> => {
    const key = keyOf(caller);
    const proxies = chosenOf.get(key) ?? [];
    const proxyCount = proxies.length + (leftOutOf.get(key)?.length ?? 0);
    const because = proxies.length > 0 ? undefined : whyNoLog(caller, proxyCount);
    if (because !== undefined) return [key, unmeasured(split, because)];
    return [key, await loadPinnedOfCaller(logs, { split, caller, proxies, proxyCount, window, context })];
  });
  return { bySource: new Map(measured), warnings: [] };
}

function byCaller(proxies: readonly SourceProxy[]): Map<string, SourceProxy[]> {
  return Map.groupBy(proxies, keyOf);
}

function keyOf({ namespace, workload }: SourceName): string {
  return `${namespace}/${workload}`;
}

function whyNoLog({ reporter }: Caller, proxyCount: number): string {
  if (reporter === 'waypoint') return 'a waypoint chooses for it, whose access log does not name the caller';
  if (proxyCount > 0)
    return `no more than ${mostProxies} access logs are read, and those of others came before`;
  return 'none of its pods has a proxy that writes an access log';
}
