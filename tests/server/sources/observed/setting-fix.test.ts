import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { SourceStatus } from '#lib/contract/status.ts';
import type { FailureClass } from '#lib/failure-class.ts';
import { ViglaError } from '#server/errors.ts';
import { createGrafana } from '#server/sources/grafana/grafana.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { fixOf, type NamedStore, settingFix } from '#server/sources/observed/setting-fix.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { createTracing } from '#server/sources/tracing/tracing.ts';
import { findFreePort } from '#tests/support/free-port.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const stopped: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stopped.splice(0).map((stop) => stop())));

async function started(...given: Parameters<typeof startServer>): Promise<LocalServer> {
  const server = await startServer(...given);
  stopped.push(server.stop);
  return server;
}

/** Each source at an address that a setting names. */
const sources: Record<NamedStore, (url: string, timeoutMs?: number) => { status(): Promise<SourceStatus> }> =
  {
    PROMETHEUS: (url, timeoutMs = 5000) => createPrometheus({ url, timeoutMs, delay }),
    TRACING: (url, timeoutMs = 5000) => createTracing({ url, timeoutMs, delay, provider: 'auto' }),
    GRAFANA: (url, timeoutMs = 5000) => createGrafana({ url, timeoutMs, delay }),
    ISTIOD: (url, timeoutMs = 5000) =>
      createIstiod({
        forwardPort: () => Promise.reject(new Error('no pod is to be asked')),
        objects: { snapshot: async () => objectsSnapshot([]) },
        timeoutMs,
        limitBytes: 10_000,
        address: { url },
      }),
  };
const stores = ['PROMETHEUS', 'TRACING', 'GRAFANA', 'ISTIOD'] as const;
const delay = async () => undefined;

const certificate = new URL('../../../fixtures/tls/', import.meta.url);
const tls = {
  cert: readFileSync(new URL('cert.pem', certificate)),
  key: readFileSync(new URL('key.pem', certificate)),
};
const page = '<!doctype html><title>Other software</title>';

/** Where nothing is right, and the class of failure that each source must see there. */
const places: Record<
  string,
  { at: () => Promise<string>; words: (store: NamedStore) => RegExp; command?: RegExp }
> = {
  'a port where nothing listens': {
    at: async () => `http://127.0.0.1:${await findFreePort()}`,
    words: (store) => new RegExp(`^Nothing listens at 127\\.0\\.0\\.1:\\d+: start it, or set ${store}_URL`),
    command: /^curl -sSi 'http:\/\/127\.0\.0\.1:\d+'$/,
  },
  // Not even asked for: an empty part is in no name.
  'a name that nobody has': {
    at: async () => 'http://a..example:9090',
    words: (store) => new RegExp(`^No host is called a\\.\\.example .* set ${store}_URL`),
    command: /^nslookup 'a\.\.example'$/,
  },
  'a certificate of an authority that nobody knows': {
    at: async () => (await started((response) => response.end(page), tls)).url,
    words: (store) => new RegExp(`^Set ${store}_CA_FILE to`),
    command: /^openssl s_client -connect '127\.0\.0\.1:\d+' -showcerts <\/dev\/null$/,
  },
  'HTTPS where HTTP is spoken': {
    at: async () => (await started((response) => response.end(page))).url.replace('http:', 'https:'),
    words: (store) => new RegExp(`begin ${store}_URL with http://`),
    command: /^openssl/,
  },
  'somebody who hangs up': {
    at: async () => {
      const server = createServer((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      stopped.push(() => new Promise((resolve) => server.close(resolve)));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      return `http://127.0.0.1:${address.port}`;
    },
    words: (store) => new RegExp(`^It hangs up: .* at ${store}_URL`),
    command: /^curl/,
  },
  'other software': {
    at: async () => (await started((response) => response.end(page))).url,
    words: (store) => new RegExp(`^What answers there is something else: set ${store}_URL to`),
    command: /^curl/,
  },
  'no such path': {
    at: async () => (await started((response) => response.writeHead(404).end(page))).url,
    words: (store) =>
      new RegExp(store === 'TRACING' ? 'set TRACING_URL to' : `^Check the path of ${store}_URL`),
  },
  'a page to sign in at': {
    at: async () => (await started((response) => response.writeHead(302, { location: '/login' }).end())).url,
    words: (store) => new RegExp(`^Set ${store}_URL to the address of`),
  },
  'credentials that are missing': {
    at: async () => (await started((response) => response.writeHead(401).end())).url,
    words: (store) =>
      new RegExp(
        `^It wants to know who asks: set ${store === 'ISTIOD' ? 'ISTIOD_TOKEN_FILE' : `${store}_BEARER_TOKEN, or ${store}_USERNAME`}`,
      ),
  },
  'credentials that may not ask': {
    at: async () => (await started((response) => response.writeHead(403).end())).url,
    words: (store) =>
      new RegExp(`set others \\(${store === 'ISTIOD' ? 'ISTIOD_TOKEN_FILE' : `${store}_BEARER`}`),
  },
};

describe.each(Object.entries(places))('%s', (_what, { at, words, command }) => {
  test.each(stores)('is told with the setting of %s that helps', async (store) => {
    const status = await sources[store](await at()).status();
    expect(status.state).toBe('down');
    expect(status.fix?.words).toMatch(words(store));
    if (command !== undefined) expect(status.fix?.command).toMatch(command);
  });
});

test.each(stores)('a source that never answers is told with the time limit of %s', async (store) => {
  const { url } = await started(() => undefined);
  const status = await sources[store](url, 100).status();
  expect(status.state).toBe('down');
  expect(status.fix?.words).toMatch(new RegExp(`as long as ${store}_TIMEOUT says`));
});

test('an address that another setting names is spoken of by that', async () => {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const prometheus = createPrometheus({ url, timeoutMs: 5000, delay, variable: 'PROMETHEUS_URLS' });
  expect((await prometheus.status()).fix?.words).toMatch(/or set PROMETHEUS_URLS to where it listens\.$/);
});

test('credentials in an address are in no command', async () => {
  const port = await findFreePort();
  const { fix, address } = await sources.PROMETHEUS(`http://sam:secret@127.0.0.1:${port}/base`).status();
  expect(address).toBe(`http://127.0.0.1:${port}/base`);
  expect(fix?.command).toBe(`curl -sSi 'http://127.0.0.1:${port}/base'`);
});

const every: Record<FailureClass, true> = {
  unauthorized: true,
  forbidden: true,
  notFound: true,
  redirected: true,
  notThis: true,
  gateway: true,
  refused: true,
  unknownHost: true,
  unreachable: true,
  brokenOff: true,
  unknownAuthority: true,
  otherHost: true,
  expired: true,
  noTls: true,
  timeout: true,
};

test('every class has words that name a setting of the store, whichever it is', () => {
  const words = Object.keys(every).flatMap((name) => {
    const found = Object.keys(every).find((known): known is FailureClass => known === name);
    return found === undefined
      ? []
      : stores.map((store) => [store, fixOf(found, { store, address: 'https://a.example:8443/b' })] as const);
  });
  console.log(`${words.length} fixes`);
  expect(words.length).toBe(60);
  for (const [store, { words: said }] of words) expect(said).toMatch(new RegExp(`${store}_[A-Z_]+`));
});

test.each<[string, FailureClass | undefined]>([
  ['ECONNREFUSED', 'refused'],
  ['ENOTFOUND', 'unknownHost'],
  ['EAI_AGAIN', 'unknownHost'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
  ['ECONNRESET', 'brokenOff'],
  ['UND_ERR_SOCKET', 'brokenOff'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknownAuthority'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unknownAuthority'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknownAuthority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknownAuthority'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'otherHost'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'noTls'],
  ['EPROTO', 'noTls'],
  ['EMFILE', undefined],
])('the code %s, however deep among the causes, is of the class %s', (code, found) => {
  const cause = new Error('fetch failed', { cause: Object.assign(new Error('deep'), { code }) });
  const error = new ViglaError('source_unreachable', 'It could not be reached.', { cause });
  const at = { store: 'PROMETHEUS', address: 'https://a.example' } as const;
  expect(settingFix(error, at)).toEqual(found === undefined ? undefined : fixOf(found, at));
});
