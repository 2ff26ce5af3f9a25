import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKubeapi } from '#tests/support/kubeapi.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { startVigla, type ViglaServer } from '../measure/vigla-server.ts';
import { generateMesh } from './generate-mesh.ts';
import { writeKubernetesLists } from './mesh-kubernetes.ts';
import { type RatedSeries, seriesOf } from './mesh-series.ts';
import { evenHistory } from './open-metrics.ts';

export type RunningMesh = {
  vigla: ViglaServer;
  prometheusUrl: string;
  /** The last moment that the history covers, in epoch seconds. */
  endSeconds: number;
  series: number;
  namespaces: readonly string[];
  stop(): Promise<void>;
};

const seed = 20_261_121;
const historySeconds = 1500;
/** More samples than this make the history take minutes to write; the increase needs two. */
const stepSeconds = 100;

function* counted(series: Iterable<RatedSeries>, onEach: () => void): Generator<RatedSeries> {
  for (const one of series) {
    onEach();
    yield one;
  }
}

/** A generated mesh, behind a real Prometheus and a Kubernetes API, with Vigla in front of them. */
export async function startBenchMesh(options: {
  workloads: number;
  withLatency: boolean;
  /** The address that Vigla is given for the store, which has this one. */
  inFrontOfStore?: (url: string) => Promise<string>;
  /** Beyond it Vigla ends: what runs to its end has stayed below. */
  heapLimitMb?: number;
}): Promise<RunningMesh> {
  const mesh = generateMesh({ workloads: options.workloads, seed });
  const folder = mkdtempSync(join(tmpdir(), 'vigla-bench-'));
  writeKubernetesLists(folder, mesh);
  const endSeconds = Math.floor(Date.now() / 1000 / stepSeconds) * stepSeconds;
  const history = { startSeconds: endSeconds - historySeconds, endSeconds, stepSeconds };
  let series = 0;
  const rated = counted(seriesOf(mesh, options), () => {
    series += 1;
  });
  const prometheus = await startPrometheus({ backfill: evenHistory(rated, history) });
  const kubeapi = await startKubeapi({ load: [folder] });
  const vigla = await startVigla({
    VIGLA_MODE: 'cluster',
    PROMETHEUS_URL: (await options.inFrontOfStore?.(prometheus.url)) ?? prometheus.url,
    KUBECONFIG: kubeapi.kubeconfig,
    // A busy machine is slow, and that is measured; giving up is not.
    PROMETHEUS_TIMEOUT: '2m',
    ...(options.heapLimitMb && { NODE_OPTIONS: `--max-old-space-size=${options.heapLimitMb}` }),
  });
  return {
    vigla,
    prometheusUrl: prometheus.url,
    endSeconds,
    series,
    namespaces: mesh.namespaces,
    async stop() {
      await vigla.stop();
      await kubeapi.stop();
      await prometheus.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
