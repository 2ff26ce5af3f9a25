import { startVigla } from '#tests/support/started-vigla.ts';
import type { FaultyMesh } from './faulty-mesh.ts';

export type FaultyVigla = {
  url: string;
  /** All that it wrote so far. */
  output(): string;
  /** Whether the process that was started first still runs. */
  isRunning(): boolean;
  stop(): Promise<void>;
};

/** The built server as `npm start` runs it, on a faulty mesh; a source is waited for so long. */
export async function startOnFaultyMesh(
  { kubeconfig, prometheus }: FaultyMesh,
  sourceTimeoutSeconds: number,
): Promise<FaultyVigla> {
  const limit = `${sourceTimeoutSeconds}s`;
  const command = await startVigla({
    KUBECONFIG: kubeconfig,
    PROMETHEUS_URL: prometheus.url,
    PROMETHEUS_TIMEOUT: limit,
    TRACING_TIMEOUT: limit,
    ISTIOD_TIMEOUT: limit,
    PROXY_TIMEOUT: limit,
    VIGLA_LOG_LEVEL: 'warn',
    // One client asks for everything again and again.
    VIGLA_LIMIT_PROXIES: '100000',
    VIGLA_LIMIT_LOGS: '100000',
    VIGLA_LIMIT_TRACES: '100000',
  });
  let isRunning = true;
  void command.ended.then(() => {
    isRunning = false;
  });
  return {
    url: command.url,
    output: command.output,
    isRunning: () => isRunning,
    async stop() {
      command.signal('SIGTERM');
      await command.ended;
    },
  };
}
