import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkout, type ForwardedProxy, startForwardedProxy } from '#tests/support/forwarded-proxy.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const question = { path: 'clusters' } as const;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let fixture: ForwardedProxy;
beforeAll(async () => {
  fixture = await startForwardedProxy();
});
afterAll(() => fixture.stop());
afterEach(() => {
  expect(fixture.unhandled).toEqual([]);
});

test('a question that nobody waits for any more closes its stream', async () => {
  fixture.setRespond(() => undefined);
  const asked = fixture.server.received.length;
  const controller = new AbortController();
  const answer = fixture.createSource().admin(checkout, question, controller.signal);
  await waitUntil(() => fixture.server.received.length > asked, {
    what: 'the proxy was asked',
    withinMs: 3_000,
  });
  expect(await fixture.server.open()).toBe(1);
  controller.abort();
  await expect(answer).rejects.toMatchObject({ message: expect.stringContaining('cancelled') });
  await waitUntil(async () => (await fixture.server.open()) === 0, {
    what: 'the stream is closed',
    withinMs: 3_000,
  });
});

test('a question is asked once more where the connection was lost', async () => {
  let count = 0;
  fixture.setRespond((response) => {
    count += 1;
    if (count === 1) response.socket?.destroy();
    else response.end('{}');
  });
  expect(text(await fixture.createSource().admin(checkout, question))).toBe('{}');
  expect(count).toBe(2);
});

test('the same question of two pages is asked once, and another waits for its turn', async () => {
  const paths: string[] = [];
  let open = 0;
  let mostOpen = 0;
  const held: (() => void)[] = [];
  fixture.setRespond((response, { path }) => {
    paths.push(path);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    held.push(() => {
      open -= 1;
      response.end(path);
    });
  });
  const source = fixture.createSource();
  const answers = [
    source.admin(checkout, question),
    source.admin(checkout, question),
    source.admin(checkout, { path: 'certs' }),
    source.admin(checkout, { path: 'memory' }),
  ];
  for (const expected of [1, 2, 3]) {
    await waitUntil(() => paths.length === expected, { what: `question ${expected} came`, withinMs: 3_000 });
    held.shift()?.();
  }
  expect((await Promise.all(answers)).map(text)).toEqual(['/clusters', '/clusters', '/certs', '/memory']);
  expect(mostOpen).toBe(1);
});

test('hundreds of questions leave no listener on their signal and no connection behind', async () => {
  fixture.setRespond((response) => void response.end('{}'));
  const warnings: unknown[] = [];
  const handleWarning = (warning: unknown) => void warnings.push(warning);
  process.on('warning', handleWarning);
  const { signal } = new AbortController();
  const source = fixture.createSource();
  for (let round = 0; round < 40; round++) {
    const paths = ['clusters', 'certs', 'memory', 'runtime', 'listeners', 'server_info'] as const;
    await Promise.all(paths.map((path) => source.admin(checkout, { path }, signal)));
  }
  process.off('warning', handleWarning);
  expect(warnings).toEqual([]);
  await waitUntil(async () => (await fixture.server.open()) === 0, {
    what: 'no connection is left',
    withinMs: 3_000,
  });
});

test('a dump of 60 MB comes whole', async () => {
  const dump = Buffer.from(`{"configs":["${'0123456789'.repeat(6_000_000)}"]}`);
  fixture.setRespond((response) => void response.end(dump));
  const startedAt = performance.now();
  const source = fixture.createSource({ limitBytes: 64_000_000, timeoutMs: 20_000 });
  const answer = await source.admin(checkout, { path: 'config_dump' });
  console.info(`${answer.byteLength} bytes in ${Math.round(performance.now() - startedAt)} ms`);
  expect(dump.equals(answer)).toBe(true);
});
