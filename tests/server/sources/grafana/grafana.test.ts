import { afterEach, describe, expect, test } from 'vitest';
import { createGrafana, type LinkOptions } from '#server/sources/grafana/grafana.ts';
import type { HttpClientOptions } from '#server/sources/observed/http-client.ts';
import type { LocalServer } from '#tests/support/local-server.ts';
import { istioDashboards, startGrafana } from '#tests/support/made-grafana.ts';

let server: LocalServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function grafanaThat(
  made: Parameters<typeof startGrafana>[0] = {},
  options: Partial<LinkOptions & HttpClientOptions> = {},
) {
  server = await startGrafana(made);
  const url = `${server.url}${made.basePath ?? ''}`;
  return createGrafana({ url, timeoutMs: 5000, delay: async () => undefined, ...options });
}

const externalUrl = 'https://grafana.example';

test("Istio's dashboards are found by their titles, with the variables that each has but its data source", async () => {
  const grafana = await grafanaThat({ orgId: 3 });
  const found = await grafana.dashboards();
  expect(found).toMatchObject({ orgId: 3, missing: [], problems: [], notes: [] });
  expect(found.dashboards.map(({ kind, uid }) => `${kind} ${uid}`)).toEqual([
    'workload workloads-uid',
    'service services-uid',
    'mesh mesh-uid',
    'performance performance-uid',
    'extensions wasm-uid',
    'controlPlane pilot-uid',
    'ztunnel ztunnel-uid',
  ]);
  expect(found.dashboards[0]?.variables).toEqual([
    'namespace',
    'workload',
    'qrep',
    'srcns',
    'srcwl',
    'dstsvc',
  ]);
  expect(found.dashboards[3]?.variables).toEqual([]);
});

test('chosen dashboards are found by title, by uid, and below a path', async () => {
  const dashboards = [
    ...istioDashboards,
    { uid: 'ours', title: 'Our workloads', variables: ['namespace', 'workload'] },
    { uid: 'e5', title: 'Apps of the shop', variables: ['app'] },
    { uid: 'zt', title: 'ztunnel: all nodes' },
  ];
  const chosen = { workload: 'our WORKLOADS', application: 'e5', ztunnel: 'zt' };
  const grafana = await grafanaThat({ dashboards, basePath: '/grafana' }, { chosen });
  const found = await grafana.dashboards();
  const byKind = Object.fromEntries(found.dashboards.map(({ kind, title }) => [kind, title]));
  expect(byKind).toMatchObject({
    workload: 'Our workloads',
    application: 'Apps of the shop',
    ztunnel: 'ztunnel: all nodes',
    service: 'Istio Service Dashboard',
  });
});

test('one that is chosen and not there is said, and all others are there', async () => {
  const grafana = await grafanaThat({}, { chosen: { workload: 'Gone' }, externalUrl });
  expect((await grafana.dashboards()).dashboards.map(({ kind }) => kind)).not.toContain('workload');
  expect(await grafana.status()).toMatchObject({
    state: 'degraded',
    reason:
      'The dashboard "Gone", which GRAFANA_DASHBOARDS names for workload, was not found: it has none with this title or uid.',
    fix: { words: expect.stringContaining('GRAFANA_DASHBOARDS') },
  });
});

test('a dashboard whose variables cannot be read is there all the same, and the status says so', async () => {
  const grafana = await grafanaThat(
    {
      fault(response, { path }) {
        if (!path.endsWith('/workloads-uid')) return false;
        response.writeHead(406).end('{"message":"another version of dashboards"}');
        return true;
      },
    },
    { externalUrl },
  );
  const [workload] = (await grafana.dashboards()).dashboards;
  expect(workload).toEqual({
    kind: 'workload',
    uid: 'workloads-uid',
    title: 'Istio Workload Dashboard',
    variables: undefined,
  });
  const status = await grafana.status();
  expect(status.state).toBe('ok');
  expect(status.details?.at(-1)).toMatch(
    /^The variables of "Istio Workload Dashboard" are not known: .*HTTP 406/,
  );
});

test('answers are kept: many pages ask once, until the time is over', async () => {
  let nowMs = 0;
  const grafana = await grafanaThat({}, { now: () => nowMs });
  await Promise.all(Array.from({ length: 20 }, () => grafana.dashboards()));
  const asked = server?.received.length;
  expect(asked).toBe(8);
  nowMs += 4 * 60_000;
  await grafana.dashboards();
  expect(server?.received.length).toBe(asked);
  nowMs += 2 * 60_000;
  await grafana.dashboards();
  expect(server?.received.length).toBe(16);
});

test('while Grafana is away the links that it gave go on for a quarter of an hour', async () => {
  let nowMs = 0;
  let isAway = false;
  const grafana = await grafanaThat(
    {
      fault(response) {
        if (isAway) response.writeHead(503).end();
        return isAway;
      },
    },
    { now: () => nowMs, externalUrl },
  );
  const before = await grafana.dashboards();
  isAway = true;
  nowMs += 14 * 60_000;
  expect(await grafana.dashboards()).toEqual(before);
  expect((await grafana.status()).state).toBe('down');
  nowMs += 2 * 60_000;
  await expect(grafana.dashboards()).rejects.toMatchObject({ code: 'source_unreachable' });
  isAway = false;
  expect(await grafana.dashboards()).toEqual(before);
});

test('credentials and headers go along', async () => {
  const grafana = await grafanaThat(
    { token: 'viewer' },
    { bearerToken: 'viewer', headers: { 'X-Grafana-Org-Id': '2' }, externalUrl },
  );
  expect((await grafana.status()).state).toBe('ok');
  expect(server?.received.every(({ headers }) => headers['x-grafana-org-id'] === '2')).toBe(true);
});

describe('status', () => {
  test('names the version and each dashboard, and those that are missing', async () => {
    const dashboards = istioDashboards.slice(0, 3);
    const grafana = await grafanaThat({ dashboards }, { externalUrl });
    expect(await grafana.status()).toEqual({
      id: 'grafana',
      state: 'ok',
      address: server?.url,
      details: [
        'Grafana 11.3.1',
        'workload: Istio Workload Dashboard (workloads-uid)',
        'service: Istio Service Dashboard (services-uid)',
        'mesh: Istio Mesh Dashboard (mesh-uid)',
        'No dashboard for: performance, extensions, controlPlane, ztunnel',
      ],
    });
  });

  test('without an address for people it is well, and says what is needed for links', async () => {
    const grafana = await grafanaThat();
    expect(grafana.externalUrl).toBeUndefined();
    expect(await grafana.status()).toMatchObject({
      state: 'ok',
      fix: {
        words: `Set GRAFANA_EXTERNAL_URL to where people reach it in their browsers, which may be ${server?.url} as well: until then no page links there.`,
      },
    });
  });

  test('without any dashboard to link to it is degraded', async () => {
    const grafana = await grafanaThat({ dashboards: [] }, { externalUrl });
    expect(await grafana.status()).toMatchObject({
      state: 'degraded',
      reason: "It has none of Istio's dashboards, and none that GRAFANA_DASHBOARDS names.",
    });
  });
});
