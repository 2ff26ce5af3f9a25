import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import type { Timing } from '#server/sources/kubernetes/timing.ts';
import { writeKubeconfig } from '#tests/support/kubeapi.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

type Handler = (url: URL, answer: ServerResponse, count: number) => void;
const toStop: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A cluster that has nothing but namespaces; `list` and `watch` answer for them, and are told which request this is. */
async function clusterOf({
  list,
  watch,
  timing,
}: {
  list?: Handler;
  watch: Handler;
  timing?: Partial<Timing>;
}) {
  const lists: URL[] = [];
  const watches: URL[] = [];
  const handle = (incoming: IncomingMessage, answer: ServerResponse) => {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const isWatch = url.searchParams.has('watch');
    if (url.pathname === '/api/v1')
      return void send(answer, { resources: [{ name: 'namespaces', verbs: ['list'] }] });
    if (url.pathname.endsWith('/configmaps') && !isWatch) return void send(answer, listAt('1'));
    if (url.pathname.endsWith('/configmaps')) return void answer.writeHead(200).flushHeaders();
    if (url.pathname !== '/api/v1/namespaces') return void answer.writeHead(404).end();
    if (isWatch) return watch(url, answer, watches.push(url));
    const count = lists.push(url);
    if (list === undefined) send(answer, listAt('100'));
    else list(url, answer, count);
  };
  const server = createServer(handle);
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No address');
  const source = createKubernetes({
    kubeconfigPath: writeKubeconfig(`http://127.0.0.1:${bound.port}`),
    timing: { backOffBaseMs: 20, ...timing },
  });
  toStop.push(async () => {
    await source.stop();
    server.closeAllConnections();
    server.close();
  });
  return { source, lists, watches };
}

function listAt(resourceVersion: string, names: readonly string[] = []) {
  return { metadata: { resourceVersion }, items: names.map((name) => ({ metadata: { name } })) };
}

function send(answer: ServerResponse, body: unknown): void {
  answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function event(type: string, object: unknown): string {
  return `${JSON.stringify({ type, object })}\n`;
}

const within = (what: string) => ({ what, withinMs: 10_000 });
const versionOf = (url: URL | undefined) => url?.searchParams.get('resourceVersion');

test('a watch that ends goes on from its last bookmark', async () => {
  const { lists, watches } = await clusterOf({
    watch: (_, answer, count) => {
      if (count > 1) return void answer.writeHead(200).flushHeaders();
      answer.end(event('BOOKMARK', { metadata: { resourceVersion: '180' } }));
    },
  });
  await waitUntil(() => watches.length === 2, within('the second watch'));
  expect(watches.map(versionOf)).toEqual(['100', '180']);
  expect(lists).toHaveLength(1);
});

test('an ERROR event of 410 begins again with a list', async () => {
  const { lists, watches } = await clusterOf({
    list: (_, answer, count) => send(answer, listAt(String(count * 100))),
    watch: (_, answer, count) => {
      if (count > 1) return void answer.writeHead(200).flushHeaders();
      answer.end(event('ERROR', { kind: 'Status', code: 410, message: 'too old resource version' }));
    },
  });
  await waitUntil(() => watches.length === 2, within('the second watch'));
  expect(watches.map(versionOf)).toEqual(['100', '200']);
  expect(lists).toHaveLength(2);
});

test('an ERROR event of another code goes on from the last version', async () => {
  const { lists, watches } = await clusterOf({
    watch: (_, answer, count) => {
      if (count > 1) return void answer.writeHead(200).flushHeaders();
      answer.end(event('ERROR', { kind: 'Status', code: 500, message: 'etcd has no leader' }));
    },
  });
  await waitUntil(() => watches.length === 2, within('the second watch'));
  expect(watches.map(versionOf)).toEqual(['100', '100']);
  expect(lists).toHaveLength(1);
});

test('a line that is cut in two is read as one', async () => {
  const { source } = await clusterOf({
    watch: (_, answer) => {
      const text = Buffer.from(event('ADDED', { metadata: { name: 'café', resourceVersion: '101' } }));
      const middle = text.indexOf(0xc3) + 1;
      answer.write(text.subarray(0, middle), () => setImmediate(() => answer.write(text.subarray(middle))));
    },
  });
  const found = await waitUntil(
    async () => (await source.snapshot()).objects.Namespace[0],
    within('the object'),
  );
  expect(found.metadata.name).toBe('café');
});

test('a watch that ends at once each time is not opened without end', async () => {
  const { watches } = await clusterOf({
    watch: (_, answer) => void answer.end(),
    timing: { backOffBaseMs: 1_000_000, backOffCapMs: 1_000_000 },
  });
  await waitUntil(() => watches.length === 2, within('the second watch'));
  // The third one would come after minutes; the second came at once, for a watch may end at any time.
  await new Promise((resolve) => setImmediate(resolve));
  expect(watches).toHaveLength(2);
});

test('a server that is too busy is asked again when it said', async () => {
  const times: number[] = [];
  const { source } = await clusterOf({
    list: (_, answer, count) => {
      times.push(performance.now());
      if (count > 1) return send(answer, listAt('100', ['shop']));
      answer.writeHead(429, { 'retry-after': '1' }).end('{"message":"too many requests"}');
    },
    watch: (_, answer) => answer.writeHead(200).flushHeaders(),
  });
  expect((await source.snapshot()).unread).toEqual([
    { kind: 'Namespace', reason: 'too many requests (429)' },
  ]);
  await waitUntil(async () => (await source.snapshot()).objects.Namespace.length === 1, within('the list'));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
});

test('a list that says 410 of itself is told, not only tried again', async () => {
  const { source } = await clusterOf({
    list: (_, answer) => answer.writeHead(410).end('{"message":"expired"}'),
    watch: (_, answer) => void answer.end(),
  });
  expect((await source.snapshot()).unread).toEqual([{ kind: 'Namespace', reason: 'expired (410)' }]);
});

test('software that is not Kubernetes is named as such', async () => {
  const { source } = await clusterOf({
    list: (_, answer) => send(answer, { hello: 'world' }),
    watch: (_, answer) => void answer.end(),
  });
  expect((await source.snapshot()).unread).toEqual([
    { kind: 'Namespace', reason: 'the answer to /api/v1/namespaces is not a list of objects' },
  ]);
});

test('a kind that is removed while it is watched becomes absent, and its objects go', async () => {
  const { source } = await clusterOf({
    list: (_, answer, count) => {
      if (count === 1) return send(answer, listAt('100', ['shop']));
      answer.writeHead(404).end('{"message":"the server could not find the requested resource"}');
    },
    watch: (_, answer, count) => {
      if (count === 1) setImmediate(() => answer.writeHead(404).end('{}'));
      else answer.writeHead(404).end('{}');
    },
  });
  await waitUntil(
    async () => (await source.snapshot()).objects.Namespace.length === 0,
    within('the removal'),
  );
  expect((await source.snapshot()).unread).toEqual([]);
});

test('a caller who gives up while the first lists are awaited is let go', async () => {
  const { source } = await clusterOf({ list: () => undefined, watch: (_, answer) => void answer.end() });
  const giveUp = new AbortController();
  const snapshot = source.snapshot(giveUp.signal);
  giveUp.abort(new Error('gone'));
  await expect(snapshot).rejects.toThrow('gone');
});
