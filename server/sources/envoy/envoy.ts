import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import { coalesce } from '#server/coalesce.ts';
import type { EnvoySource, ObjectSource, ProxyName } from '#server/sources/interface.ts';
import { allowedAdmin } from '#server/sources/observed/allowed-question.ts';
import { askOverStream } from '#server/sources/observed/ask-over-stream.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import { observed } from '#server/sources/observed.ts';
import { logger } from '#server/telemetry.ts';
import { requireOwnAnswer } from './host-network.ts';
import { logLevelPath } from './log-level.ts';
import { PodQueue } from './pod-queue.ts';
import { findProxyPod, type ProxyPod } from './proxy-pod.ts';
import { Reach } from './reach.ts';
import { refusal } from './refusal.ts';

export type EnvoyOptions = {
  forwardPort: ForwardPort;
  objects: Pick<ObjectSource, 'snapshot'>;
  /** For one question, its port-forward included; the time in the queue is not counted. */
  timeoutMs: number;
  limitBytes: number;
  /** Without it levels of logs cannot be set. */
  isWritable: boolean;
};

type Request = { port: number; method: 'GET' | 'POST'; path: string };

const mostPods = 8;
const mostWaiting = 20;

/** The administration of Envoys and ztunnels, over port-forwards. */
export function createEnvoy({
  forwardPort,
  objects,
  timeoutMs,
  limitBytes,
  isWritable,
}: EnvoyOptions): EnvoySource {
  const queue = new PodQueue({ mostPods, mostWaiting });
  const reach = new Reach();
  // Nothing is kept here; the same question of two pages is asked once.
  const shared = coalesce<Uint8Array>({ lifetimeMs: 0, maximumSize: 0, sizeOf: () => 1, now: Date.now });

  async function send(
    { namespace, pod }: ProxyName,
    request: Request,
    options: SendOptions,
  ): Promise<Uint8Array> {
    const { method, path, port } = request;
    const name = `${namespace}/${pod}`;
    const call = { operation: `answer ${path} in pod ${name}`, timeoutMs, ...options };
    return observed({ source: 'proxies', ...call }, async (inTime) => {
      const stream = await forwardPort({ namespace, pod, port }, inTime).catch((error: unknown) => {
        reach.note(namespace, error);
        throw error;
      });
      reach.note(namespace);
      const what = `The answer of the proxy ${name} to ${path}`;
      const advice = 'Choose a section, or raise VIGLA_ANSWER_LIMIT_MB.';
      const answer = await askOverStream(stream, { method, path, limitBytes, what, advice }, inTime);
      // An Envoy that is not ready says so with 503, and in which state it is.
      if (answer.status === 200 || (path === '/ready' && answer.status === 503)) return answer.body;
      throw refusal(answer, { name, path });
    });
  }

  /** Asks when it is the proxy's turn, and makes sure that it is this proxy which answers. */
  async function inTurn(proxy: ProxyName, pod: ProxyPod, request: Request, options: SendOptions) {
    const serverInfo = { port: pod.ports[15000], method: 'GET', path: '/server_info' } as const;
    return queue.run(`${proxy.namespace}/${proxy.pod}`, options.signal, async () => {
      if (pod.isPortShared) await requireOwnAnswer(proxy, () => send(proxy, serverInfo, options));
      return send(proxy, request, options);
    });
  }

  async function ask(proxy: ProxyName, question: AdminQuestion, signal: AbortSignal): Promise<Uint8Array> {
    const { port, method, path } = allowedAdmin(question);
    const pod = findProxyPod(await objects.snapshot(signal), proxy);
    return inTurn(proxy, pod, { port: pod.ports[port], method, path }, { signal, retries: 1 });
  }

  async function setLogLevel(
    proxy: ProxyName,
    change: { logger?: string | undefined; level: string },
    signal = new AbortController().signal,
  ): Promise<Uint8Array> {
    const pod = findProxyPod(await objects.snapshot(signal), proxy);
    const path = logLevelPath(change, pod.isZtunnel);
    const answer = await inTurn(proxy, pod, { port: pod.ports[15000], method: 'POST', path }, { signal });
    // Kept apart: a log line has a level of its own.
    logger().info({ audit: 'set_log_level', proxy, change }, 'The log level of a proxy was changed');
    return answer;
  }

  return {
    async admin(proxy, question, signal) {
      const { port, path } = allowedAdmin(question);
      const key = `${proxy.namespace}/${proxy.pod}:${port}${path}`;
      return shared.get(key, (inTime) => ask(proxy, question, inTime), signal);
    },
    status: async () => reach.status(),
    ...(isWritable ? { setLogLevel } : {}),
  };
}

type SendOptions = { signal: AbortSignal; retries?: number };
