import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IstiodSource } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const tokenFile = join(mkdtempSync(join(tmpdir(), 'vigla-token-')), 'token');
let server: LocalServer;

beforeAll(async () => {
  // Like istiod: its version is for everybody, the rest for a token that it takes.
  server = await startServer((response, { path, headers, form }) => {
    if (path === '/base/version') return response.end('1.29.0-external');
    if (headers.authorization !== 'Bearer good') return response.writeHead(401).end();
    if (form.get('proxyID') === 'away.shop')
      return response.writeHead(404).end('Proxy not connected to this Pilot instance.');
    return response.end(JSON.stringify({ path, parameters: Object.fromEntries(form) }));
  });
});
afterAll(() => server.stop());

function external(token: string | undefined, limitBytes = 10_000): IstiodSource {
  if (token !== undefined) writeFileSync(tokenFile, token);
  return createIstiod({
    forwardPort: () => Promise.reject(new Error('no pod is to be asked')),
    // None of its pods is in the cluster.
    objects: { snapshot: async () => objectsSnapshot([]) },
    timeoutMs: 5_000,
    limitBytes,
    address: { url: `${server.url}/base`, tokenFile: token === undefined ? undefined : tokenFile },
  });
}

async function ask(source: IstiodSource, question: Parameters<IstiodSource['ask']>[0]) {
  const [answer, ...others] = await source.ask(question);
  expect(others).toEqual([]);
  if (answer === undefined) throw new Error('istiod gave no answer at all');
  return { ...answer, body: answer.body && new TextDecoder().decode(answer.body) };
}

test('an istiod outside of the cluster answers to a token, below the path of its address', async () => {
  const asked = { endpoint: 'config_dump', parameters: { proxyID: 'cart.shop', types: 'cds,lds' } } as const;
  const { replica, body } = await ask(external('good\n'), asked);
  expect(replica).toBe('127.0.0.1');
  expect(JSON.parse(body ?? '')).toEqual({
    path: '/base/debug/config_dump',
    parameters: { proxyID: 'cart.shop', types: 'cds,lds' },
  });
});

test('a token that is renewed on disk counts with the next question', async () => {
  const source = external('old');
  expect((await ask(source, { endpoint: 'syncz' })).failure?.code).toBe('unauthorized');
  writeFileSync(tokenFile, 'good');
  expect((await ask(source, { endpoint: 'syncz' })).failure).toBeUndefined();
});

test('without a token the answer says that one is wanted, and the status names the address', async () => {
  const source = external(undefined);
  expect((await ask(source, { endpoint: 'syncz' })).failure).toMatchObject({
    code: 'unauthorized',
    message: expect.stringMatching(/with a token/),
  });
  expect(await source.status()).toEqual({
    id: 'istiod',
    state: 'ok',
    address: `${server.url}/base`,
    details: ['127.0.0.1 (revision default): 1.29.0-external'],
  });
});

test('a proxy that is connected elsewhere is an answer, as with pods', async () => {
  const asked = { endpoint: 'config_dump', parameters: { proxyID: 'away.shop' } } as const;
  expect((await ask(external('good'), asked)).failure?.code).toBe('not_connected');
});

test('an answer beyond the limit is given up with the setting that raises it', async () => {
  const { failure } = await ask(external('good', 10), { endpoint: 'mesh' });
  expect(failure?.message).toMatch(/larger than .* VIGLA_ANSWER_LIMIT_MB/);
});

test('a token file that is gone is named', async () => {
  const source = createIstiod({
    forwardPort: () => Promise.reject(new Error('no pod is to be asked')),
    objects: { snapshot: async () => objectsSnapshot([]) },
    timeoutMs: 5_000,
    limitBytes: 1_000,
    address: { url: server.url, tokenFile: '/nowhere/token' },
  });
  expect((await ask(source, { endpoint: 'syncz' })).failure?.message).toMatch(
    /^ISTIOD_TOKEN_FILE: .*\/nowhere\/token/,
  );
});

test('a parameter that is not on the list does not go out', async () => {
  const before = server.received.length;
  const source = external('good');
  const push = { endpoint: 'syncz', parameters: { push: 'true' } } as const;
  await expect(source.ask(push)).rejects.toMatchObject({ code: 'forbidden' });
  expect(server.received.length).toBe(before);
});
