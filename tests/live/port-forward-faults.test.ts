import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EnvoyOptions } from '#server/sources/envoy/envoy.ts';
import {
  checkout,
  type ForwardedProxy,
  type Respond,
  redis,
  startForwardedProxy,
} from '#tests/support/forwarded-proxy.ts';
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

describe('a proxy', () => {
  const faults: [string, Respond, Partial<EnvoyOptions>, { code: string; message: RegExp }][] = [
    [
      'that takes the question and never answers',
      () => undefined,
      { timeoutMs: 300 },
      {
        code: 'source_timeout',
        message:
          /^The proxy did not answer \/clusters in pod shop\/checkout-\S+ within 0\.3 s\. .*PROXY_TIMEOUT/,
      },
    ],
    [
      'that falls silent in the middle of an answer',
      (response) => void response.writeHead(200, { 'content-length': 1000 }).write('{"half":'),
      { timeoutMs: 300 },
      { code: 'source_timeout', message: /within 0\.3 s/ },
    ],
    [
      'whose answer drips',
      (response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
      { timeoutMs: 300 },
      { code: 'source_timeout', message: /within 0\.3 s/ },
    ],
    [
      'that dies in the middle of an answer of known length',
      (response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('{"half":', () => response.socket?.destroy());
      },
      {},
      { code: 'source_unreachable', message: /the answer broke off after 8 bytes/ },
    ],
    [
      'that dies in the middle of an answer in chunks',
      (response) => void response.write('{"half":', () => response.socket?.destroy()),
      {},
      { code: 'source_unreachable', message: /the answer broke off after 8 bytes/ },
    ],
    [
      'that hangs up without an answer',
      (response) => void response.socket?.destroy(),
      {},
      { code: 'source_unreachable', message: /The proxy could not be reached \(socket hang up/ },
    ],
    [
      'that speaks no HTTP',
      (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.9\r\n\r\n'),
      {},
      { code: 'source_failed', message: /is no HTTP: .*Something else listens there/ },
    ],
    [
      'whose answer is too large, and says so before',
      (response) => void response.writeHead(200, { 'content-length': 93_400_000 }).write('x'),
      {},
      {
        code: 'too_large',
        message: /to \/clusters is 93\.4 MB large; up to 1 MB are read\. .*VIGLA_ANSWER_LIMIT_MB/,
      },
    ],
    [
      'whose answer never ends',
      (response) => {
        const fill = () => {
          while (!response.destroyed && response.write(Buffer.alloc(64_000)));
        };
        response.on('drain', fill);
        fill();
      },
      {},
      { code: 'too_large', message: /to \/clusters is larger than 1 MB/ },
    ],
    [
      'that does not know the path',
      (response) =>
        void response.writeHead(404).end('invalid path. admin commands are:\n  /: Admin home page'),
      {},
      { code: 'not_found', message: /has no \/clusters: invalid path\. admin commands are:\.$/ },
    ],
    [
      'that refuses',
      (response) => void response.writeHead(400).end('invalid mask'),
      {},
      { code: 'source_failed', message: /answered \/clusters with 400: invalid mask\./ },
    ],
    [
      'that redirects is not followed',
      (response) => void response.writeHead(302, { location: 'http://elsewhere/' }).end(),
      {},
      { code: 'source_failed', message: /answered \/clusters with 302: nothing\./ },
    ],
  ];

  test.each(faults)('%s', async (_, behaviour, options, failure) => {
    fixture.setRespond(behaviour);
    const startedAt = performance.now();
    await expect(fixture.createSource(options).admin(checkout, question)).rejects.toMatchObject({
      code: failure.code,
      message: expect.stringMatching(failure.message),
    });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    // Whatever went wrong, the stream to the pod is closed.
    await waitUntil(async () => (await fixture.server.open()) === 0, {
      what: 'no connection is left',
      withinMs: 3_000,
    });
    fixture.setRespond((response) => void response.end('{"healed":true}'));
    expect(text(await fixture.createSource().admin(checkout, question))).toBe('{"healed":true}');
  });

  test('on whose port nothing listens', async () => {
    await expect(fixture.createSource().admin(redis, question)).rejects.toMatchObject({
      code: 'source_unreachable',
      message:
        'Nothing listens on port 15000 of pod shop/redis-tq65qd7jsg-z86c7: its container has not started yet, or uses another port.',
    });
  });

  test('that is not ready says in which state it is', async () => {
    fixture.setRespond((response) => void response.writeHead(503).end('PRE_INITIALIZING\n'));
    expect(text(await fixture.createSource().admin(checkout, { path: 'ready' }))).toBe('PRE_INITIALIZING\n');
  });
});
