import { askOverStream } from '#server/sources/observed/ask-over-stream.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import { findReplicas } from './replicas.ts';
import { tooLargeAdvice, type Way } from './way.ts';

/** Every replica in the cluster, over port-forwards: istiod takes those for its own pod's questions. */
export function podsWay({ forwardPort, limitBytes }: { forwardPort: ForwardPort; limitBytes: number }): Way {
  return {
    replicas: findReplicas,
    address: ({ namespace, pod, port }) => `${namespace}/${pod}:${port}, by port-forward`,
    whereabouts: ({ pod }) => `in pod ${pod}`,
    async send(replica, path, signal) {
      const stream = await forwardPort(replica, signal);
      const what = `The answer of istiod ${replica.pod} to ${path}`;
      const question = { method: 'GET', path, limitBytes, what, advice: tooLargeAdvice } as const;
      return askOverStream(stream, question, signal);
    },
  };
}
