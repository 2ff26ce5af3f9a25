import { join } from 'node:path';
import { startCommand } from '#tests/support/started-command.ts';
import type { FaultyMesh } from './faulty-mesh.ts';

const start = join(import.meta.dirname, '..', '..', '..', 'server', 'cli', 'start.js');

/** Short, so that what hangs is told soon; many times what an answer takes, so that a busy machine is no fault. */
const sourceTimeoutSeconds = 5;

export type StartedVigla = {
  url: string;
  /** All that it wrote so far. */
  output(): string;
  /** Whether the process that was started first still runs. */
  isRunning(): boolean;
  stop(): Promise<void>;
};

/** The built server as `npm start` runs it, on a faulty mesh. */
export async function startVigla({ kubeconfig, prometheus }: FaultyMesh): Promise<StartedVigla> {
  const own = /^(VIGLA|PROMETHEUS|TRACING|ISTIOD|PROXY|KUBE|OPENID|HEADER)_?/;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const limit = `${sourceTimeoutSeconds}s`;
  const command = startCommand(process.execPath, [start], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
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
    },
  });
  let isRunning = true;
  void command.ended.then(() => {
    isRunning = false;
  });
  const url = await command.says(/Vigla: (http\S+)/);
  return {
    url,
    output: command.output,
    isRunning: () => isRunning,
    async stop() {
      command.signal('SIGTERM');
      await command.ended;
    },
  };
}
