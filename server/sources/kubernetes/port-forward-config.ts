import { type Cluster, KubeConfig } from '@kubernetes/client-node';

type Connect = Parameters<KubeConfig['applyToHTTPSOptions']>[0];

/**
 * A kubeconfig for one WebSocket. The library gives its handshake neither a time limit nor a way to cancel it; both go
 * in with the credentials, since what is set there reaches the request.
 */
export class HandshakeConfig extends KubeConfig {
  readonly #base: KubeConfig;
  readonly #options: { signal: AbortSignal; limitMs: number };

  constructor(base: KubeConfig, options: { signal: AbortSignal; limitMs: number }) {
    super();
    this.#base = base;
    this.#options = options;
  }

  override getCurrentCluster(): Cluster | null {
    return this.#base.getCurrentCluster();
  }

  override async applyToHTTPSOptions(connect: Connect): Promise<void> {
    await this.#base.applyToHTTPSOptions(connect);
    const { signal, limitMs } = this.#options;
    Object.assign(connect, { signal, handshakeTimeout: limitMs });
  }
}
