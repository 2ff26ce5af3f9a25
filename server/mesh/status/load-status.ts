import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { SourceId, SourceStatus, Status } from '#lib/contract/status.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loadClusters } from './load-clusters.ts';

/** A source that takes longer than this to say how it is, is not well. */
const patienceMs = 3000;

/**
 * State of every source that this installation has, asked in parallel; a source that fails or hangs is `down` with the
 * reason and holds up none of the others.
 */
export async function loadStatus(_query: object, context: LoadContext): Promise<Answer<Status>> {
  const { sources, before, version, signal, user } = context;
  const { metrics, objects, istiod, envoy, traces, grafana } = sources;
  const askEnvoy = envoy?.status?.bind(envoy);
  const withoutGrafana = noGrafana[sources.mode];
  const askKubernetes = (ask: () => Promise<SourceStatus>) => askStatus('kubernetes', ask, signal);
  const kubernetes = askKubernetes(() => objects.status());
  const asked = [
    askStatus('prometheus', () => metrics.status(), signal),
    kubernetes,
    ...(istiod === undefined ? [] : [askStatus('istiod', () => istiod.status(), signal)]),
    ...(askEnvoy === undefined ? [] : [askStatus('proxies', askEnvoy, signal)]),
    ...(traces === undefined ? [] : [askStatus('traces', () => traces.status(), signal)]),
    ...(grafana === undefined ? [] : [askStatus('grafana', () => grafana.status(), signal)]),
    ...(grafana === undefined && withoutGrafana !== undefined ? [withoutGrafana] : []),
  ];
  const asking = askCluster({ sources, signal });
  const home = { name: asking.then(({ name }) => name), status: kubernetes };
  const clusters = await loadClusters(home, context, askKubernetes);
  const cluster = await asking;
  const earlier = before && (await askCluster({ sources: before, signal }));
  return {
    data: {
      version,
      mode: sources.mode,
      cluster: cluster.name,
      ...(clusters !== undefined && { clusters }),
      ...(objects.otherContexts !== undefined && { otherContexts: [...objects.otherContexts] }),
      ...(sources.mode === 'snapshot' && { madeAtMs: sources.now() }),
      ...(before !== undefined &&
        earlier !== undefined && { before: { cluster: earlier.name, madeAtMs: before.now() } }),
      sources: await Promise.all(asked),
      user: userOf(user),
    },
    warnings: cluster.warnings,
  };
}

/** Where nothing outside can be linked to. */
const noGrafana: Partial<Record<Status['mode'], SourceStatus>> = {
  demo: { id: 'grafana', state: 'absent', reason: 'The demo has no Grafana, so nothing links there.' },
  snapshot: {
    id: 'grafana',
    state: 'absent',
    reason: 'A snapshot is looked at without the cluster that it is of, so nothing links to Grafana.',
  },
};

function userOf(user: LoadContext['user']): Status['user'] {
  return {
    name: user?.name ?? 'anonymous',
    groups: [...(user?.groups ?? [])],
    isAnonymous: user?.isAnonymous ?? true,
    canSignOut: user?.canSignOut ?? false,
  };
}

async function askStatus(
  id: SourceId,
  ask: () => Promise<SourceStatus>,
  signal: AbortSignal,
): Promise<SourceStatus> {
  try {
    return await within(patienceMs, ask, signal);
  } catch (error) {
    return { id, state: 'down', reason: messageOf(error) };
  }
}

async function askCluster({ sources, signal }: Pick<LoadContext, 'sources' | 'signal'>) {
  try {
    const snapshot = await within(patienceMs, () => sources.objects.snapshot(signal), signal);
    return { name: snapshot.cluster, warnings: [] };
  } catch (error) {
    const message = `The cluster's name is not known, because its objects could not be read: ${messageOf(error)}`;
    const warnings: Warning[] = [{ code: 'cluster_unknown', source: 'kubernetes', message }];
    return { name: 'unknown', warnings };
  }
}

/**
 * The answer of `ask`, or a rejection when it takes longer than `limitMs` or the signal is aborted. The call itself goes
 * on: whoever does the asking has its own time limits.
 */
async function within<Answer>(
  limitMs: number,
  ask: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new ViglaError('source_timeout', `No answer within ${limitMs / 1000} s`)),
    limitMs,
  );
  const handleAbort = () => reject(signal.reason);
  signal.addEventListener('abort', handleAbort, { once: true });
  try {
    return await Promise.race([ask(), stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', handleAbort);
  }
}
