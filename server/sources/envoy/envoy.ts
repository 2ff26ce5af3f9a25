import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import { coalesce } from '#server/coalesce.ts';
import { ViglaError } from '#server/errors.ts';
import type { EnvoySource, ObjectSource, ProxyName } from '#server/sources/interface.ts';
import { allowedAdmin } from '#server/sources/observed/allowed-question.ts';
import { askOverStream } from '#server/sources/observed/ask-over-stream.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import { observed } from '#server/sources/observed.ts';
import { logger } from '#server/telemetry.ts';
import { requireOwnAnswer } from './host-network.ts';
import { logLevelPath } from './log-level.ts';
import { PodQueue } from './pod-queue.ts';
import { findProxyPod } from './proxy-pod.ts';
import { Reach } from './reach.ts';

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

  async function ask(proxy: ProxyName, question: AdminQuestion, signal: AbortSignal): Promise<Uint8Array> {
    const { port, method, path } = allowedAdmin(question);
    const { ports, isZtunnel, isOnHostNetwork } = findProxyPod(await objects.snapshot(signal), proxy);
    const options = { signal, retries: 1 };
    return queue.run(`${proxy.namespace}/${proxy.pod}`, signal, async () => {
      if (isOnHostNetwork && !isZtunnel)
        await requireOwnAnswer(proxy, () =>
          send(proxy, { port: ports[15000], method: 'GET', path: '/server_info' }, options),
        );
      return send(proxy, { port: ports[port], method, path }, options);
    });
  }

  async function setLogLevel(
    proxy: ProxyName,
    change: { logger?: string | undefined; level: string },
    signal = new AbortController().signal,
  ): Promise<Uint8Array> {
    const { ports, isZtunnel, isOnHostNetwork } = findProxyPod(await objects.snapshot(signal), proxy);
    const path = logLevelPath(change, isZtunnel);
    const isShared = isOnHostNetwork && !isZtunnel;
    return queue.run(`${proxy.namespace}/${proxy.pod}`, signal, async () => {
      const get = { port: ports[15000], method: 'GET', path: '/server_info' } as const;
      if (isShared) await requireOwnAnswer(proxy, () => send(proxy, get, { signal }));
      const answer = await send(proxy, { port: ports[15000], method: 'POST', path }, { signal });
      // Kept apart: a log line has a level of its own.
      logger().info({ audit: 'set_log_level', proxy, change }, 'The log level of a proxy was changed');
      return answer;
    });
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

function refusal(
  { status, body }: { status: number; body: Uint8Array },
  { name, path }: { name: string; path: string },
): ViglaError {
  const said = new TextDecoder().decode(body.subarray(0, 200)).trim().split('\n')[0];
  const { pathname } = new URL(path, 'http://proxy');
  if (status === 404)
    return new ViglaError(
      'not_found',
      `The proxy of pod ${name} has no ${pathname}: ${said || 'status 404'}.`,
    );
  return new ViglaError(
    'source_failed',
    `The proxy of pod ${name} answered ${pathname} with ${status}: ${said || 'nothing'}.`,
  );
}
