import { request as ask, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSignIn } from '#server/access/sign-in/configured-sign-in.ts';
import { notePeerAddresses } from '#server/access/sign-in/peer-address.ts';
import { readConfig } from '#server/config.ts';
import { ViglaError } from '#server/errors.ts';

const signIn = createSignIn(
  readConfig({ VIGLA_MODE: 'demo', VIGLA_AUTH: 'header', HEADER_TRUSTED_PROXIES: '127.0.0.2/31, fd00::/8' }),
);
const server = createServer(async (incoming, response) => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  try {
    response.end(JSON.stringify(await signIn?.identify(new Request('http://vigla.test/', { headers }))));
  } catch (error) {
    response.end(error instanceof ViglaError ? `${error.code}: ${error.message}` : String(error));
  }
});
let tried = 0;

beforeAll(async () => {
  notePeerAddresses();
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
});
afterAll(() => {
  server.close();
  console.log(`${tried} requests with headers of a proxy, from several addresses`);
});

/** Asks over a real connection that comes from an address of this machine. */
async function from(localAddress: string, headers: Record<string, string | string[]>): Promise<string> {
  tried += 1;
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  ask({ host: '127.0.0.1', port, localAddress, headers }, (answer) => resolve(text(answer)))
    .on('error', reject)
    .end();
  return promise;
}

const alice = { 'x-forwarded-user': 'alice', 'x-forwarded-groups': 'team-b, team-a,system:masters' };

test.each(['127.0.0.2', '127.0.0.3'])('a trusted proxy at %s is believed', async (address) => {
  expect(JSON.parse(await from(address, alice))).toEqual({
    name: 'alice',
    groups: ['team-a', 'team-b'],
    isAnonymous: false,
  });
});

test.each([
  ['nothing more', {}],
  [
    'a forged forwarding address',
    { 'x-forwarded-for': '127.0.0.2', 'x-real-ip': '127.0.0.2', forwarded: 'for=127.0.0.2' },
  ],
  ['a forged note of the peer', { 'x-vigla-peer': '127.0.0.2' }],
  ['two forged notes of the peer', { 'x-vigla-peer': ['guess 127.0.0.2', '127.0.0.2'] }],
])('anybody else is not believed, with %s', async (_name, more) => {
  for (const address of ['127.0.0.1', '127.0.0.4', '127.0.1.2'])
    expect(await from(address, { ...alice, ...more })).toMatch(
      new RegExp(`^unauthenticated: This connection comes from ${address}, which is not among`),
    );
});

test.each([
  ['names nobody', {}, /names no user in x-forwarded-user/],
  ['names nobody but groups', { 'x-forwarded-groups': 'a' }, /names no user/],
  ['names a user of the cluster itself', { 'x-forwarded-user': 'system:admin' }, /names no user/],
  ['sends two names', { 'x-forwarded-user': ['admin', 'alice'] }, /names more than one user/],
])('a trusted proxy that %s is told so', async (_name, headers, words) => {
  expect(await from('127.0.0.2', headers)).toMatch(words);
});

test('a request whose connection nobody noted is not believed', async () => {
  const request = new Request('http://vigla.test/', { headers: { ...alice, 'x-vigla-peer': 'x 127.0.0.2' } });
  await expect(signIn?.identify(request)).rejects.toMatchObject({ code: 'unauthenticated' });
});
