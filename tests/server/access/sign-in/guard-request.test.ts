import { expect, test } from 'vitest';
import { guardRequest } from '#server/access/sign-in/guard-request.ts';
import { placeOf } from '#server/access/sign-in/place.ts';
import { createSessions } from '#server/access/sign-in/session/sessions.ts';
import { tokenSignIn } from '#server/access/sign-in/token/token-sign-in.ts';

const place = placeOf({ VIGLA_BASE_PATH: '/vigla', VIGLA_PUBLIC_URL: 'https://mesh.example/vigla' });
const sessions = createSessions({
  secret: 'a key of at least thirty-two letters',
  mode: 'token',
  place,
  now: () => 0,
});
const signIn = tokenSignIn({ sessions, place });

function asking(path: string, cookie = ''): Request {
  return new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie } });
}

async function cookieOf(session: { token?: string }): Promise<string> {
  const lines = await sessions.write(asking('/'), {
    name: 'alice',
    groups: [],
    untilSeconds: 60,
    ...session,
  });
  return lines.map((line) => line.split(';')[0]).join('; ');
}

test.each([
  '/',
  '/graph',
  '/workloads/shop/a.b',
  '/config/ns/VirtualService/x.json',
  '/nowhere',
  '/authors',
  '/apiary',
])('the page %s leads to the sign-in page, and back', async (path) => {
  const { location } = await guardRequest(asking(`${path}?range=1h`), signIn);
  expect(location).toBe(`/vigla/auth/sign-in?return=${encodeURIComponent(`${path}?range=1h`)}`);
});

test.each([
  '/auth/sign-in',
  '/auth/callback?code=x',
  '/api/status',
  '/api/nowhere',
  '/icon.svg',
  '/favicon.ico',
])('%s is not for the guard', async (path) => {
  expect(await guardRequest(asking(path), signIn)).toEqual({ setCookies: [] });
});

test('whoever signed in passes', async () => {
  expect(await guardRequest(asking('/graph', await cookieOf({ token: 'x' })), signIn)).toEqual({
    setCookies: [],
  });
});

test('where nobody has to sign in, everybody passes', async () => {
  expect(await guardRequest(asking('/graph'), undefined)).toEqual({ setCookies: [] });
});

test.each([
  ['garbage', async () => 'vigla-session.0=garbage'],
  ['a session without a token', () => cookieOf({})],
])('%s is told as a session that has ended', async (_name, cookie) => {
  const { location } = await guardRequest(asking('/graph', await cookie()), signIn);
  expect(location).toBe('/vigla/auth/sign-in?reason=session-ended&return=%2Fgraph');
});
