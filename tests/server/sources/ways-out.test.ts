import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { messageOf, ViglaError } from '#server/errors.ts';
import { createGrafana } from '#server/sources/grafana/grafana.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { askOverStream } from '#server/sources/observed/ask-over-stream.ts';
import { observed } from '#server/sources/observed.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createTracing } from '#server/sources/tracing/tracing.ts';
import { sourceFiles } from '#tests/architecture/source-files.ts';
import { requestRate } from '#tests/support/faulty-store.ts';
import { writeKubeconfig } from '#tests/support/kubeapi.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The only files that open connections, and how each bounds what it waits for. */
const waysOut: Readonly<Record<string, RegExp>> = {
  'server/sources/observed/http-client.ts': /request\(urlOf\([^)]*\), \{ method, signal,/,
  'server/sources/observed/ask-over-stream.ts': /signal\.addEventListener\('abort', handleAbort/,
  'server/sources/kubernetes/api-client.ts':
    /headersTimeout: patience\.headMs,\s+bodyTimeout: patience\.bodyMs,\s+signal/,
  'server/sources/kubernetes/port-forward.ts': /new HandshakeConfig\(config, \{ signal: [\w.]+, limitMs:/,
  'server/access/sign-in/openid/provider.ts': /\{ timeout: timeoutSeconds,/,
};

/** Values of these open connections, or are followed by a call that does. */
const opens =
  /import (?!type)[^;]*\b(request|connect|Agent|PortForward|Exec|Watch|Attach|fetch|discovery|spawn|execFile|exec|createConnection)\b[^;]*from '(undici|node:[\w/]+|@kubernetes\/client-node|openid-client|ws)'|(?<![\w.])fetch\(|new (WebSocket|EventSource)\(/;

test('nothing else in the server opens a connection', () => {
  const found = sourceFiles()
    .filter(({ path, text }) => /^(server\/(?!cli\/)|proxy|instrumentation)/.test(path) && opens.test(text))
    .map(({ path }) => path);
  expect(found.sort()).toEqual(Object.keys(waysOut).sort());
});

test.each(Object.entries(waysOut))('%s bounds what it waits for', (path, bound) => {
  expect(sourceFiles().find((file) => file.path === path)?.text).toMatch(bound);
});

const sockets = new Set<Socket>();
const silent = createServer((socket) => {
  sockets.add(socket);
  socket.on('error', () => undefined);
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  silent.close();
});

const timeoutMs = 200;
const noSignal = new AbortController().signal;
const objects = { snapshot: async () => objectsSnapshot([]) };
const kubernetes = () =>
  createKubernetes({
    kubeconfigPath: writeKubeconfig(url),
    timing: { answerMs: timeoutMs, quietMs: timeoutMs, firstReadMs: timeoutMs, probeMs: 3_600_000 },
  });

/** Every source asked where somebody listens who never says a word. */
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  Prometheus: () => createPrometheus({ url, timeoutMs }).query(requestRate, 100),
  traces: () => createTracing({ url, timeoutMs, provider: 'jaeger' }).services(noSignal),
  'traces, found out': () => createTracing({ url, timeoutMs, provider: 'auto' }).services(noSignal),
  Grafana: () => createGrafana({ url, timeoutMs }).dashboards(),
  istiod: async () => {
    const forwardPort = () => Promise.reject(new Error('no pod is asked'));
    const source = createIstiod({ forwardPort, objects, timeoutMs, limitBytes: 1_000, address: { url } });
    const [answer] = await source.ask({ endpoint: 'syncz' });
    // Replicas speak for themselves: what one could not say stands beside the others' answers.
    if (answer?.failure?.code === 'timeout') throw new ViglaError('source_timeout', answer.failure.message);
  },
  'a log': async () => {
    const source = kubernetes();
    try {
      for await (const _ of source.logs.read({ namespace: 'shop', pod: 'a', container: 'b' }, noSignal))
        break;
    } finally {
      await source.stop();
    }
  },
  'a review': async () => {
    const source = kubernetes();
    const user = { name: 'a', groups: [], isAnonymous: false, token: 'b' };
    await source.reviews.mayListPods(user, 'shop', noSignal).finally(() => source.stop());
  },
  'a port-forward': async () => {
    const source = kubernetes();
    await source
      .forwardPort({ namespace: 'shop', pod: 'a', port: 15000 }, noSignal)
      .finally(() => source.stop());
  },
  'a Service behind the API server': async () => {
    const source = kubernetes();
    const place = { namespace: 'shop', service: 'a', port: 80, scheme: 'http' as const };
    const call = { source: 'prometheus', operation: 'answer', timeoutMs } as const;
    await observed(call, (signal) => source.askService(place, { method: 'GET', path: '/', signal })).finally(
      () => source.stop(),
    );
  },
  'a stream to a pod': async () => {
    const stream = connect(Number(new URL(url).port), '127.0.0.1');
    const question = { method: 'GET', path: '/', limitBytes: 1, what: 'it', advice: '' } as const;
    const call = { source: 'proxies', operation: 'answer', timeoutMs } as const;
    await observed(call, (signal) => askOverStream(stream, question, signal));
  },
};

test.each(Object.keys(questions))('%s that says nothing is given up in time', async (name) => {
  const startedMs = performance.now();
  const error = await questions[name]?.().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error, messageOf(error)).toBeInstanceOf(ViglaError);
  expect(error instanceof ViglaError && error.code).toMatch(/^source_(timeout|unreachable|failed)$/);
  expect(performance.now() - startedMs).toBeLessThan(30_000);
});

test('objects that nobody lists are an answer without them', async () => {
  const source = kubernetes();
  const { unread } = await source.snapshot(noSignal);
  expect(unread.length).toBeGreaterThan(5);
  await source.stop();
});
