import { createEnvoy, type EnvoyOptions } from '#server/sources/envoy/envoy.ts';
import type { EnvoySource } from '#server/sources/interface.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { findFreePort } from './free-port.ts';
import { type Kubeapi, startKubeapi } from './kubeapi.ts';
import { type LocalServer, startServer } from './local-server.ts';
import { forwardFlags } from './pod-ports.ts';

export type Respond = Parameters<typeof startServer>[0];

/** The proxy whose administration is the test's own server, and one on whose port nothing listens. */
export const checkout = { namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' };
export const redis = { namespace: 'shop', pod: 'redis-tq65qd7jsg-z86c7' };

export type ForwardedProxy = {
  server: LocalServer;
  kubernetes: ReturnType<typeof createKubernetes>;
  /** How the administration of `checkout` behaves from now on. */
  setRespond(respond: Respond): void;
  createSource(options?: Partial<EnvoyOptions>): EnvoySource;
  /** One more API server with the same way to the proxy. */
  startApi(port?: number): Promise<Kubeapi>;
  /** Rejections and exceptions that nobody took. */
  unhandled: readonly unknown[];
  stop(): Promise<void>;
};

/** A Kubernetes API that forwards the administration of one proxy to a server that can be made to misbehave. */
export async function startForwardedProxy(): Promise<ForwardedProxy> {
  let respond: Respond = (response) => void response.end('{}');
  const unhandled: unknown[] = [];
  const remember = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', remember).on('uncaughtExceptionMonitor', remember);
  const server = await startServer((response, received) => respond(response, received));
  const flags = forwardFlags({
    [`shop/${checkout.pod}:15000`]: new URL(server.url).host,
    [`shop/${redis.pod}:15000`]: `127.0.0.1:${await findFreePort()}`,
  });
  const startApi = (port?: number) => startKubeapi({ flags, ...(port === undefined ? {} : { port }) });
  const api = await startApi();
  const kubernetes = createKubernetes({ kubeconfigPath: api.kubeconfig });
  await kubernetes.snapshot();
  return {
    server,
    kubernetes,
    startApi,
    unhandled,
    setRespond(next) {
      respond = next;
    },
    createSource: (options = {}) =>
      createEnvoy({
        forwardPort: kubernetes.forwardPort,
        objects: kubernetes,
        timeoutMs: 5_000,
        limitBytes: 1_000_000,
        isWritable: false,
        ...options,
      }),
    async stop() {
      await kubernetes.stop();
      await api.stop();
      await server.stop();
      process.off('unhandledRejection', remember).off('uncaughtExceptionMonitor', remember);
    },
  };
}
