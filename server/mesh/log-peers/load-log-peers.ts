import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { LogPeer, LogPeers, LogPeersQuery } from '#lib/contract/log-peers.ts';
import type { AccessLog } from '#lib/contract/logs.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { TargetKind } from '#lib/target.ts';
import { messageOf } from '#server/errors.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import { isAbsent, loadContainerLines } from '#server/mesh/logs/load-container-lines.ts';
import { loadLogTarget } from '#server/mesh/logs/load-log-target.ts';
import { lineIds, parseLine } from '#server/mesh/logs/parse-line.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext, LogSource } from '#server/sources/interface.ts';
import { collectLogPeers, isUncounted, type ProxyLines } from './collect-log-peers.ts';
import { addressOf, hostOfAddress, placeFinder } from './pods-by-address.ts';

type Pod = ObjectOf<'Pod'>;
type Proxy = LogPeer['receiver'];

const proxyContainer = 'istio-proxy';
/** Each costs a read of its log. */
const mostProxies = 50;
const linesOfEach = { own: 1000, others: 400 };

/** Peers of a target that only access logs tell of. Throws `not_found` for a target without pods. */
export function loadLogPeers(kind: TargetKind) {
  return (query: LogPeersQuery, context: LoadContext) => loadFromLogs(kind, query, context);
}

/**
 * Peers that no metric knows. Of pods with a proxy its own log is read for connections that it refused before it counted
 * them; of pods without one the logs of the others' proxies, for what their addresses reached.
 */
async function loadFromLogs(
  kind: TargetKind,
  query: LogPeersQuery,
  context: LoadContext,
): Promise<Answer<LogPeers>> {
  const target = await loadLogTarget(kind, query, context);
  const { workloads } = target.inventory;
  const isOwn = (pod: Pod) => target.pods.includes(pod);
  const addresses = new Set(
    target.pods.filter((pod) => !hasProxy(pod)).flatMap((pod) => addressOf(pod) ?? []),
  );
  const isWithoutProxy = addresses.size > 0;
  const ownProxies = proxiesOf(workloads, isOwn);
  const others = isWithoutProxy ? proxiesOf(workloads, (pod) => !isOwn(pod)) : [];
  const { logs } = context.sources;
  if (logs === undefined) {
    const looked = { proxies: 0, ofProxies: ownProxies.length + others.length, lines: 0 };
    const message = 'No logs can be read here, and only they tell of connections without metrics.';
    return { data: { peers: [], isWithoutProxy, looked }, warnings: [warning('logs_missing', message)] };
  }
  const [own, foreign] = await Promise.all([
    readProxies(logs, ownProxies, {
      query,
      context,
      tail: linesOfEach.own,
      mentions: ['filter_chain_not_found'],
    }),
    readProxies(logs, others, { query, context, tail: linesOfEach.others, mentions: [...addresses] }),
  ]);
  const placeOf = placeFinder(workloads);
  const isFromHere = ({ downstreamRemoteAddress = '' }: AccessLog) =>
    addresses.has(hostOfAddress(downstreamRemoteAddress));
  return {
    data: {
      peers: [
        ...collectLogPeers(own.read, { direction: 'inbound', placeOf, isWanted: isUncounted }),
        ...collectLogPeers(foreign.read, { direction: 'outbound', placeOf, isWanted: isFromHere }),
      ],
      isWithoutProxy,
      looked: {
        proxies: own.read.length + foreign.read.length,
        ofProxies: ownProxies.length + others.length,
        lines: own.lineCount + foreign.lineCount,
      },
    },
    warnings: [...target.warnings, ...own.warnings, ...foreign.warnings],
  };
}

function hasProxy({ spec }: Pod): boolean {
  return [...spec.containers, ...spec.initContainers].some(({ name }) => name === proxyContainer);
}

function proxiesOf(workloads: readonly InventoryWorkload[], isWanted: (pod: Pod) => boolean): Proxy[] {
  return workloads.flatMap(({ namespace, name, pods }) =>
    pods
      .filter((pod) => isWanted(pod) && hasProxy(pod))
      .map((pod) => ({ namespace, workload: name, pod: pod.metadata.name })),
  );
}

type Read = { read: ProxyLines[]; lineCount: number; warnings: Warning[] };
/** Only lines with one of these texts are worth taking apart. */
type Reading = {
  query: LogPeersQuery;
  context: LoadContext;
  tail: number;
  mentions: readonly string[];
};

/** The newest lines of each proxy in the window; one that cannot be read is a warning, one that has no log yet is not. */
async function readProxies(
  logs: LogSource,
  proxies: readonly Proxy[],
  { query, context, tail, mentions }: Reading,
): Promise<Read> {
  const endSeconds = windowEnd(query.at, context.nowSeconds);
  const isPast = query.at !== 'now';
  const window = {
    fromMs: (endSeconds - query.range) * 1000,
    toMs: isPast ? endSeconds * 1000 : Number.POSITIVE_INFINITY,
    isPast,
  };
  const chosen = proxies.slice(0, mostProxies);
  const answers = await Promise.all(
    chosen.map(async (proxy) => {
      const { namespace, pod } = proxy;
      const origin = { namespace, pod, container: proxyContainer };
      try {
        const asked = { ...origin, previous: false, tail, window };
        const { lines } = await loadContainerLines(logs, asked, context);
        const idOf = lineIds(origin);
        const parsed = lines
          .filter(({ text }) => mentions.some((mention) => text.includes(mention)))
          .map((line) => parseLine(line, origin, idOf(line)));
        return { read: [{ receiver: proxy, lines: parsed }], lineCount: lines.length, warnings: [] };
      } catch (error) {
        context.signal.throwIfAborted();
        const warnings = isAbsent(error) ? [] : [warning('log_unread', messageOf(error))];
        return { read: [], lineCount: 0, warnings };
      }
    }),
  );
  const left = proxies.length - chosen.length;
  const cut = `The logs of ${left} more proxies were not looked into: ${mostProxies} at most are read at once.`;
  return {
    read: answers.flatMap(({ read }) => read),
    lineCount: answers.reduce((sum, { lineCount }) => sum + lineCount, 0),
    warnings: [
      ...answers.flatMap(({ warnings }) => warnings),
      ...(left > 0 ? [warning('logs_cut', cut)] : []),
    ],
  };
}

function warning(code: string, message: string): Warning {
  return { code, source: 'logs', message };
}
