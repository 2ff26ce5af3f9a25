import { type KubeConfig, PortForward } from '@kubernetes/client-node';
import type { ForwardPort, PodPort } from '#server/sources/observed/pod-port.ts';
import type { ApiClient } from './api-client.ts';
import { HandshakeConfig } from './port-forward-config.ts';
import { handshakeFailure, readHandshake, streamFailure } from './port-forward-failure.ts';
import { type ForwardSocket, PodStream } from './port-forward-stream.ts';
import type { Timing } from './timing.ts';

export type PortForwardOptions = { config: KubeConfig; client: ApiClient; timing: Timing };

/** Streams to the ports of pods through the Kubernetes API, each over a WebSocket of its own. */
export function createPortForward({ config, client, timing }: PortForwardOptions): ForwardPort {
  /** The library keeps only the status of a refusal: asked in plain HTTP, the server says the reason again. */
  async function reasonOf(path: string, signal: AbortSignal): Promise<unknown> {
    return client.get({ path, signal }).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  return async (to, signal) => {
    signal.throwIfAborted();
    const path = pathOf(to);
    const stream = new PodStream((text) => streamFailure(text, to));
    const handshake = new AbortController();
    const handleAbort = () => handshake.abort(signal.reason);
    signal.addEventListener('abort', handleAbort, { once: true });
    try {
      const own = new HandshakeConfig(config, { signal: handshake.signal, limitMs: timing.answerMs });
      const { input, output, errors } = stream;
      const forward = new PortForward(own);
      const socket: ForwardSocket = await forward.portForward(
        to.namespace,
        to.pod,
        [to.port],
        output,
        errors,
        input,
      );
      stream.attach(socket);
    } catch (error) {
      stream.destroy();
      signal.throwIfAborted();
      const { status, words } = readHandshake(error);
      const reason = status === undefined ? undefined : await reasonOf(path, signal);
      throw handshakeFailure({ to, status, words, reason, limitMs: timing.answerMs });
    } finally {
      signal.removeEventListener('abort', handleAbort);
    }
    return stream;
  };
}

function pathOf({ namespace, pod, port }: PodPort): string {
  return `/api/v1/namespaces/${namespace}/pods/${pod}/portforward?ports=${port}`;
}
