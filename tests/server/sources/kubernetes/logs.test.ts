import { afterEach, describe, expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { type LogServer, question, readAll, refuse, startLogServer } from '#tests/support/log-server.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

let server: LogServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function started(...options: Parameters<typeof startLogServer>): Promise<LogServer> {
  server = await startLogServer(...options);
  return server;
}

test('the kubelet is asked for stamps, and stamped lines become times and texts', async () => {
  const { logs, asked } = await started((response) =>
    response.end('2026-11-21T02:01:20.631250000Z GET /cart\n2026-11-21T02:01:21Z done\r\n'),
  );
  expect(
    await readAll(logs, { ...question, tailLines: 5, previous: true, fromMs: 1_795_226_480_500 }),
  ).toEqual([
    { atMs: 1_795_226_480_631.25, text: 'GET /cart' },
    { atMs: 1_795_226_481_000, text: 'done' },
  ]);
  expect(Object.fromEntries(asked()[0]?.form ?? [])).toEqual({
    container: 'cart',
    timestamps: 'true',
    tailLines: '5',
    previous: 'true',
    sinceTime: '2026-11-21T02:01:20.500000000Z',
  });
});

test('lines before the asked time are left out, also those without a stamp behind them', async () => {
  const { logs } = await started((response) =>
    response.end(
      '2026-11-21T02:01:20.1Z early\n  at early.js:1\n2026-11-21T02:01:20.7Z asked\n  at asked.js:1\n',
    ),
  );
  const lines = await readAll(logs, { ...question, fromMs: 1_795_226_480_500 });
  expect(lines.map(({ text }) => text)).toEqual(['asked', '  at asked.js:1']);
});

test('a line of 10 MB is cut and counted, and the line after it is whole', async () => {
  const { logs } = await started((response) => {
    response.write('2026-11-21T02:01:20Z ');
    for (let piece = 0; piece < 160; piece++) response.write('é'.repeat(32_768));
    response.end('\n2026-11-21T02:01:21Z next\n');
  });
  const before = process.memoryUsage().rss;
  const [long, next] = await readAll(logs);
  expect(long?.text).toBe('é'.repeat(8192));
  expect(long?.cutBytes).toBe(160 * 65_536 - 16_384);
  expect(long?.isBinary).toBeUndefined();
  expect(next).toEqual({ atMs: 1_795_226_481_000, text: 'next' });
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test('bytes that are no UTF-8 are shown as such, a piece that ends inside a character is no fault', async () => {
  const { logs } = await started(async (response) => {
    const whole = Buffer.from('2026-11-21T02:01:20Z Bücher für 5 €\n');
    for (const byte of whole) {
      response.write(Buffer.of(byte));
      if (byte > 127) await new Promise((resolve) => setImmediate(resolve));
    }
    response.end(Buffer.concat([Buffer.from('2026-11-21T02:01:21Z '), Buffer.of(0x80, 0xff, 0x41)]));
  });
  expect(await readAll(logs)).toEqual([
    { atMs: 1_795_226_480_000, text: 'Bücher für 5 €' },
    { atMs: 1_795_226_481_000, text: '��A', isBinary: true },
  ]);
});

describe('what cannot be read has its own sentence', () => {
  const cases: readonly [status: number, said: string, code: string, sentence: string][] = [
    [
      404,
      'pods "cart-1" not found',
      'not_found',
      'Pod shop/cart-1 is gone: it was deleted, or replaced by a pod with another name.',
    ],
    [
      400,
      'container "cart" in pod "cart-1" is waiting to start: ContainerCreating',
      'not_found',
      'Container cart of pod cart-1 has not started yet (ContainerCreating), so it has no log.',
    ],
    [
      400,
      'container "cart" in pod "cart-1" is waiting to start: trying and failing to pull image',
      'not_found',
      'Container cart of pod cart-1 has not started yet (trying and failing to pull image), so it has no log.',
    ],
    [
      400,
      'previous terminated container "cart" in pod "cart-1" not found',
      'not_found',
      'Container cart of pod cart-1 has not run before, or its earlier log is gone.',
    ],
    [
      400,
      'container cart is not valid for pod cart-1',
      'not_found',
      'Pod cart-1 has no container named cart.',
    ],
    [
      403,
      'pods "cart-1" is forbidden: User "vigla" cannot get resource "pods/log"',
      'source_failed',
      'Vigla may not read logs in the namespace shop: pods "cart-1" is forbidden: User "vigla" cannot get resource "pods/log". Grant its account the verb get on pods/log.',
    ],
    [
      401,
      'Unauthorized',
      'source_failed',
      "The Kubernetes API does not take Vigla's credentials any more: Unauthorized. Renew them to read logs.",
    ],
    [
      410,
      'gone',
      'not_found',
      'The log of container cart of pod cart-1 is gone: the Kubernetes API keeps it no longer.',
    ],
    [
      500,
      'Get "https://10.0.0.7:10250/containerLogs/shop/cart-1/cart": dial tcp 10.0.0.7:10250: i/o timeout',
      'source_unreachable',
      'The node of pod cart-1 does not answer for its log: Get "https://10.0.0.7:10250/containerLogs/shop/cart-1/cart": dial tcp 10.0.0.7:10250: i/o timeout.',
    ],
  ];
  for (const [status, said, code, sentence] of cases) {
    test(`${status} ${said}`, async () => {
      const { logs } = await started((response) => refuse(response, status, said));
      const error = await readAll(logs).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ViglaError);
      expect(error).toMatchObject({ code, message: sentence });
    });
  }

  test('a log that the runtime has removed, which the kubelet tells with a 200', async () => {
    const { logs } = await started((response) =>
      response.end('unable to retrieve container logs for containerd://4f5'),
    );
    await expect(readAll(logs)).rejects.toMatchObject({
      code: 'not_found',
      message: 'The node no longer has the log of container cart of pod cart-1.',
    });
  });

  test('a connection that is cut in the middle', async () => {
    const { logs } = await started((response) => {
      response.writeHead(200).write('2026-11-21T02:01:20Z one\n2026-11-21T02:01:21Z ha');
      setImmediate(() => response.destroy());
    });
    await expect(readAll(logs)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringContaining('was lost while the log of container cart of pod cart-1 was read'),
    });
  });

  test('a server that falls silent', async () => {
    const { logs } = await started(
      (response) => response.writeHead(200).write('2026-11-21T02:01:20Z one\n'),
      {
        timing: { answerMs: 300 },
      },
    );
    await expect(readAll(logs)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringContaining('fell silent'),
    });
  });
});

test('sixteen logs are read at once, the others wait their turn', async () => {
  const waiting: (() => void)[] = [];
  const { logs, asked } = await started((response) => {
    waiting.push(() => response.end('2026-11-21T02:01:20Z one\n'));
  });
  const reads = Array.from({ length: 20 }, () => readAll(logs));
  await waitUntil(async () => waiting.length === 16, { what: 'sixteen requests', withinMs: 5000 });
  expect(asked()).toHaveLength(16);
  waiting[0]?.();
  await waitUntil(async () => waiting.length === 17, { what: 'the next request', withinMs: 5000 });
  for (const answer of waiting.slice(1)) answer();
  await waitUntil(async () => waiting.length === 20, { what: 'all requests', withinMs: 5000 });
  for (const answer of waiting.slice(17)) answer();
  expect((await Promise.all(reads)).flat()).toHaveLength(20);
});

test('who turns away closes the request', async () => {
  const closed = Promise.withResolvers<void>();
  const { logs } = await started((response) => {
    response.on('close', closed.resolve);
    response.writeHead(200).write('2026-11-21T02:01:20Z one\n');
  });
  const left = new AbortController();
  for await (const _ of logs.read({ ...question, follow: true }, left.signal)) left.abort();
  await closed.promise;
});
