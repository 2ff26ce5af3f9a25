import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createGrafana } from '#server/sources/grafana/grafana.ts';
import { type LocalServer, type Received, sendJson } from '#tests/support/local-server.ts';
import { startGrafana } from '#tests/support/made-grafana.ts';

let server: LocalServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

type Answer = (response: ServerResponse, received: Received) => unknown;

async function statusWhere(path: RegExp, answer: Answer, timeoutMs = 5000) {
  server = await startGrafana({
    fault(response, received) {
      if (!path.test(received.path)) return false;
      void answer(response, received);
      return true;
    },
  });
  const options = { timeoutMs, delay: async () => undefined, externalUrl: 'https://grafana.example' };
  const grafana = createGrafana({ url: server.url, ...options });
  return { status: await grafana.status(), grafana };
}

const health = /^\/api\/health$/;
const search = /^\/api\/search$/;

test.each<[string, RegExp, Answer, 'down' | 'degraded', RegExp, RegExp | undefined]>([
  [
    'a page',
    health,
    (r) => r.end('<!doctype html><title>Wiki</title>'),
    'down',
    /not JSON; it begins with "<!doctype html>/,
    /set GRAFANA_URL to Grafana\./,
  ],
  [
    'the health of something else',
    health,
    (r) => sendJson(r, { status: 'UP' }),
    'down',
    /\/api\/health is not as Grafana gives it/,
    /set GRAFANA_URL to Grafana\./,
  ],
  [
    'a sign-in page elsewhere',
    health,
    (r) => r.writeHead(302, { location: 'https://login.example/?next=secret' }).end(),
    'down',
    /redirects to https:\/\/login\.example\/, and/,
    /GRAFANA_URL/,
  ],
  ['a wrong path', health, (r) => r.writeHead(404).end(), 'down', /HTTP 404/, /path of GRAFANA_URL/],
  [
    'a gateway alone',
    health,
    (r) => r.writeHead(502).end('<html>'),
    'down',
    /HTTP 502 to \/api\/health\. Check that it runs/,
    /gateway/,
  ],
  [
    'no credentials',
    search,
    (r) => sendJson(r, { message: 'Unauthorized' }, 401),
    'degraded',
    /not which dashboards it has: Grafana answered HTTP 401/,
    /GRAFANA_BEARER_TOKEN, or GRAFANA_USERNAME and GRAFANA_PASSWORD/,
  ],
  [
    'too few rights',
    search,
    (r) => sendJson(r, { message: 'no' }, 403),
    'degraded',
    /the role Viewer/,
    /GRAFANA_BEARER_TOKEN/,
  ],
  [
    'an error of its own',
    search,
    (r) => r.writeHead(500).end('disk full'),
    'degraded',
    /HTTP 500 to .*disk full/,
    undefined,
  ],
  ['half a JSON text', search, (r) => r.end('[{"uid":"a","ti'), 'degraded', /not JSON/, /GRAFANA_URL/],
  [
    'an object for a list',
    search,
    (r) => sendJson(r, { hits: [] }),
    'degraded',
    /\/api\/search is not as Grafana gives it/,
    /GRAFANA_URL/,
  ],
  [
    'more than anybody reads',
    search,
    (r) => r.end(Buffer.alloc(9_000_000, ' ')),
    'degraded',
    /\/api\/search is larger than 8 MB/,
    undefined,
  ],
])('%s is told with what helps', async (_what, path, answer, state, reason, fix) => {
  const { status } = await statusWhere(path, answer);
  expect(status.state).toBe(state);
  expect(status.reason).toMatch(reason);
  if (fix === undefined) expect(status.fix).toBeUndefined();
  else expect(status.fix?.words).toMatch(fix);
});

test('hits that are none are left out, and one that could lead elsewhere is none', async () => {
  const hits = [
    null,
    { title: 'Istio Workload Dashboard' },
    { uid: '../../login', title: 'Istio Workload Dashboard' },
    { uid: 'fine', title: ' istio workload DASHBOARD ' },
    { uid: 7, title: 'Istio Service Dashboard' },
  ];
  const { grafana } = await statusWhere(search, (response) => sendJson(response, hits));
  const { dashboards } = await grafana.dashboards();
  expect(dashboards.map(({ kind, uid }) => `${kind} ${uid}`)).toEqual(['workload fine']);
});

test('a Grafana that hangs is given up within the time limit, by pages and by the status', async () => {
  const { status, grafana } = await statusWhere(/./, () => undefined, 100);
  expect(status).toMatchObject({
    state: 'down',
    reason: expect.stringMatching(/did not say how it is within 0\.1 s/),
  });
  expect(status.fix?.words).toMatch(/as long as GRAFANA_TIMEOUT says/);
  await expect(grafana.dashboards()).rejects.toMatchObject({ code: 'source_timeout' });
});
