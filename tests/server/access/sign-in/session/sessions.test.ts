import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf } from '#server/access/sign-in/place.ts';
import type { Session } from '#server/access/sign-in/session/session.ts';
import { createSessions } from '#server/access/sign-in/session/sessions.ts';

const startMs = 1_700_000_000_000;
const key = 'a key of at least thirty-two letters';

type BrowserOptions = {
  secret?: string;
  mode?: string;
  basePath?: string;
  publicUrl?: string;
  nowMs?: number;
};

function createBrowser(options: BrowserOptions = {}) {
  const place = placeOf({ VIGLA_BASE_PATH: options.basePath ?? '', VIGLA_PUBLIC_URL: options.publicUrl });
  const sessions = createSessions({
    secret: options.secret ?? key,
    mode: options.mode ?? 'token',
    place,
    now: () => options.nowMs ?? startMs,
  });
  return {
    sessions,
    read: (cookies: Record<string, string>) => sessions.read(asking(cookies)),
    write: async (session: Session) => cookiesOf(await sessions.write(asking({}), session)),
  };
}

function asking(cookies: Record<string, string>, headers: Record<string, string> = {}): Request {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return new Request('http://vigla.test/', { headers: { ...headers, cookie: cookie.join('; ') } });
}

/** Of Set-Cookie headers, those that do not end a cookie. */
function cookiesOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []);
  return Object.fromEntries(
    pairs.filter(([, , value]) => value !== '').map(([, name, value]) => [name, value]),
  );
}

const anySession: fc.Arbitrary<Session> = fc.record(
  {
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    groups: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 80 }),
    untilSeconds: fc.integer({ min: startMs / 1000 + 1, max: startMs / 1000 + 1e6 }),
    token: fc.string({ minLength: 1, maxLength: 6000, size: 'max' }),
  },
  { requiredKeys: ['name', 'groups', 'untilSeconds'] },
);

test('what was written is read again', async () => {
  const { read, write } = createBrowser();
  const chunkCounts = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(anySession, async (session) => {
      const cookies = await write(session);
      const count = Object.keys(cookies).length;
      chunkCounts.set(count, (chunkCounts.get(count) ?? 0) + 1);
      for (const value of Object.values(cookies)) expect(value.length).toBeLessThanOrEqual(3800);
      expect(await read(cookies)).toEqual(session);
    }),
    { numRuns: 200 },
  );
  console.log(`sessions by number of cookies: ${JSON.stringify([...chunkCounts])}`);
  expect(chunkCounts.size).toBeGreaterThan(1);
});

test('any changed, lost or added letter signs out', async () => {
  const { read, write } = createBrowser();
  const session = {
    name: 'alice',
    groups: ['team-shop'],
    untilSeconds: startMs / 1000 + 60,
    token: 'x'.repeat(3500),
  };
  const cookies = await write(session);
  expect(Object.keys(cookies)).toEqual(['vigla-session.0', 'vigla-session.1']);
  let tried = 0;
  for (const [name, value] of Object.entries(cookies)) {
    for (let at = 0; at < value.length; at++) {
      const other = value[at] === 'A' ? 'B' : 'A';
      const changes = [
        value.slice(0, at) + other + value.slice(at + 1),
        value.slice(0, at) + value.slice(at + 1),
      ];
      for (const changed of changes) {
        tried += 1;
        expect(await read({ ...cookies, [name]: changed }), `${name} at ${at}`).toBeUndefined();
      }
    }
    expect(await read({ ...cookies, [name]: `${value}A` })).toBeUndefined();
  }
  console.log(`${tried} changed cookies, all signed out`);
  expect(tried).toBeGreaterThan(8000);
});

test('the last letter cannot be swapped for one that means the same bytes', async () => {
  const { read, write } = createBrowser();
  const { 'vigla-session.0': value = '' } = await write({
    name: 'a',
    groups: [],
    untilSeconds: startMs / 1000 + 60,
  });
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const taken = [];
  for (const letter of alphabet)
    if ((await read({ 'vigla-session.0': value.slice(0, -1) + letter })) !== undefined) taken.push(letter);
  expect(taken).toEqual([value.at(-1)]);
});

test('garbage signs out and throws nothing', async () => {
  const { read } = createBrowser();
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary-ascii' }).filter((text) => !/[;\r\n\0]/.test(text)),
      async (text) => {
        expect(await read({ 'vigla-session.0': encodeURI(text) })).toBeUndefined();
        expect(
          await read({ 'vigla-session.0': 'e30.a.b.c.d', 'vigla-session.2': encodeURI(text) }),
        ).toBeUndefined();
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['of another key', { secret: 'another key of thirty-two letters' }],
  ['of another way of signing in', { mode: 'openid' }],
  ['whose time is over', { nowMs: startMs + 60_000 }],
])('a session %s is none', async (_name, options) => {
  const cookies = await createBrowser().write({ name: 'a', groups: [], untilSeconds: startMs / 1000 + 60 });
  expect(await createBrowser().read(cookies)).toBeDefined();
  expect(await createBrowser(options).read(cookies)).toBeUndefined();
});

test('cookies are kept from scripts, from other sites, and from plain HTTP where the site has TLS', async () => {
  const session = { name: 'a', groups: [], untilSeconds: startMs / 1000 + 60 };
  const first = async (options: BrowserOptions, headers: Record<string, string> = {}) =>
    (await createBrowser(options).sessions.write(asking({}, headers), session))[0]?.replace(/=[^;]+/, '=…');
  const until = 'Expires=Tue, 14 Nov 2023 22:14:20 GMT; HttpOnly; SameSite=Lax';
  expect(await first({})).toBe(`vigla-session.0=…; Path=/; ${until}`);
  expect(await first({ basePath: '/vigla' })).toBe(`vigla-session.0=…; Path=/vigla; ${until}`);
  expect(await first({ basePath: '/vigla', publicUrl: 'https://mesh.example/vigla/' })).toBe(
    `vigla-session.0=…; Path=/vigla; ${until}; Secure`,
  );
  expect(await first({}, { 'x-forwarded-proto': 'https' })).toBe(
    `vigla-session.0=…; Path=/; ${until}; Secure`,
  );
});

test('a shorter session ends the cookies that a longer one left', async () => {
  const { sessions } = createBrowser();
  const lines = await sessions.write(asking({}), {
    name: 'a',
    groups: [],
    untilSeconds: startMs / 1000 + 60,
  });
  expect(lines.map((line) => /^([^=]+)=(;?)/.exec(line)?.slice(1))).toEqual([
    ['vigla-session.0', ''],
    ['vigla-session.1', ';'],
    ['vigla-session.2', ';'],
  ]);
});

test('what does not fit into three cookies is refused', async () => {
  const { write } = createBrowser();
  const session = { name: 'a', groups: [], untilSeconds: startMs / 1000 + 60, token: 'x'.repeat(12_000) };
  await expect(write(session)).rejects.toMatchObject({ code: 'too_large' });
});
