import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { type RunningEnvoy, startEnvoy } from './envoy.ts';
import { startKubeapi } from './kubeapi.ts';
import { forwardFlags } from './pod-ports.ts';
import type { RecordedProxyConfiguration } from './recorded-proxy-configuration.ts';

export type EnvoyInMesh = Pick<RunningEnvoy, 'url' | 'setRoutes'> & {
  accessLog: string;
  /** What its administration answers, over the port-forward. */
  ask(question: AdminQuestion): Promise<string>;
  /** For loaders, which then look at everything anew. There are no metrics. */
  context(): LoadContext;
  stop(): Promise<void>;
};

/**
 * The recorded mesh behind a Kubernetes API, in which the proxy of one pod is a real Envoy: its administration is reached
 * by a port-forward, its access log is the log of the pod's container. istiod answers as recorded.
 */
export async function startEnvoyInMesh(
  proxy: ProxyName,
  recorded: RecordedProxyConfiguration,
): Promise<EnvoyInMesh> {
  const name = `${proxy.namespace}/${proxy.pod}`;
  const logs = await mkdtemp(join(tmpdir(), 'vigla-envoy-logs-'));
  const accessLog = join(logs, `${name.replace('/', '.')}.istio-proxy.log`);
  const envoy = await startEnvoy({ recorded, accessLog });
  const forwards = forwardFlags({ [`${name}:15000`]: envoy.admin });
  const api = await startKubeapi({ flags: ['-logs', logs, ...forwards] }).catch(async (error: unknown) => {
    await envoy.stop();
    throw error;
  });
  const kubernetes = createKubernetes({ kubeconfigPath: api.kubeconfig });
  await kubernetes.snapshot();
  const limits = { timeoutMs: 10_000, limitBytes: 64_000_000 };
  const pods = { forwardPort: kubernetes.forwardPort, objects: kubernetes, ...limits };
  // Loaders keep what they read by source: another source is another look.
  const envoySource = () => createEnvoy({ ...pods, isWritable: false });
  const own = envoySource();
  const neverAsked = () => Promise.reject(new Error('there are no metrics here'));
  return {
    url: envoy.url,
    setRoutes: envoy.setRoutes,
    accessLog,
    ask: async (question) => new TextDecoder().decode(await own.admin(proxy, question)),
    context: () => ({
      sources: {
        mode: 'cluster',
        metrics: { query: neverAsked, queryRange: neverAsked, status: neverAsked },
        objects: kubernetes,
        logs: { ...kubernetes.logs },
        envoy: envoySource(),
        istiod: createIstiod(pods),
        now: Date.now,
      },
      nowSeconds: Date.now() / 1000,
      signal: new AbortController().signal,
      version: '0.0.0-test',
    }),
    async stop() {
      await kubernetes.stop();
      await api.stop();
      await envoy.stop();
      await rm(logs, { recursive: true, force: true });
    },
  };
}
