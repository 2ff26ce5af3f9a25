import { describe, expect, test } from 'vitest';
import { dashboardsQuery, dashboardsSchema } from '#lib/contract/dashboards.ts';
import type { DashboardKind } from '#lib/grafana-dashboards.ts';
import { ViglaError } from '#server/errors.ts';
import { loadDashboards } from '#server/mesh/dashboards/load-dashboards.ts';
import type { GrafanaSource, LoadContext } from '#server/sources/interface.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const nowSeconds = 1_795_226_400;
const istio: Partial<Record<DashboardKind, readonly string[] | undefined>> = {
  workload: ['namespace', 'workload', 'qrep', 'srcns', 'srcwl', 'dstsvc'],
  service: ['service', 'qrep', 'srcns', 'srcwl', 'dstns', 'dstwl'],
  mesh: ['cluster'],
  performance: [],
  controlPlane: ['cluster', 'namespace', 'revision'],
  ztunnel: ['pod'],
};

function grafanaWith(
  dashboards: Partial<Record<DashboardKind, readonly string[] | undefined>>,
  more: Partial<GrafanaSource> & { orgId?: number } = {},
): GrafanaSource {
  const { orgId, ...own } = more;
  return {
    externalUrl: 'https://grafana.example',
    dashboards: async () => ({
      orgId,
      dashboards: Object.entries(dashboards).flatMap(([kind, variables]) =>
        isKind(kind) ? [{ kind, uid: `${kind}-1`, title: `The ${kind}`, variables }] : [],
      ),
    }),
    status: async () => ({ id: 'grafana', state: 'ok' }),
    ...own,
  };
}

function isKind(kind: string): kind is DashboardKind {
  return kind in istio || kind === 'application' || kind === 'proxy';
}

function contextWith(grafana: GrafanaSource | undefined, visible?: readonly string[]): LoadContext {
  return {
    sources: {
      mode: 'cluster',
      metrics: {
        query: () => Promise.reject(new Error('no metrics are asked')),
        queryRange: () => Promise.reject(new Error('no metrics are asked')),
        status: async () => ({ id: 'prometheus', state: 'ok' }),
      },
      objects: {
        snapshot: async () => recordedSnapshot(),
        status: async () => ({ id: 'kubernetes', state: 'ok' }),
      },
      ...(grafana !== undefined && { grafana }),
      now: () => nowSeconds * 1000,
    },
    nowSeconds,
    signal: new AbortController().signal,
    version: '0.0.0',
    ...(visible !== undefined && { visibleNamespaces: new Set(visible) }),
  };
}

async function linksTo(
  query: Record<string, string>,
  grafana: GrafanaSource | undefined = grafanaWith(istio),
) {
  const { data, warnings } = await loadDashboards(dashboardsQuery.parse(query), contextWith(grafana));
  expect(warnings).toEqual([]);
  return dashboardsSchema.parse(data).links.map(({ url }) => url);
}

const window = `from=${(nowSeconds - 600) * 1000}&to=${nowSeconds * 1000}`;

describe('addresses', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'a workload',
      { of: 'workload', namespace: 'bookinfo', name: 'reviews-v2' },
      [`https://grafana.example/d/workload-1?var-namespace=bookinfo&var-workload=reviews-v2&${window}`],
    ],
    [
      'a workload of another cluster, whose dashboard asks for none',
      { of: 'workload', namespace: 'bookinfo', name: 'reviews-v2', cluster: 'west' },
      [`https://grafana.example/d/workload-1?var-namespace=bookinfo&var-workload=reviews-v2&${window}`],
    ],
    [
      'a Service, by its full name',
      { of: 'service', namespace: 'bookinfo', name: 'reviews' },
      [`https://grafana.example/d/service-1?var-service=reviews.bookinfo.svc.cluster.local&${window}`],
    ],
    [
      'a host that telemetry alone knows',
      { of: 'service', namespace: 'shop', name: 'api.example.com' },
      [`https://grafana.example/d/service-1?var-service=api.example.com&${window}`],
    ],
    ['an application, where nobody chose a dashboard', { of: 'application', namespace: 'a', name: 'b' }, []],
    [
      'the mesh, with each that there is',
      { of: 'mesh', cluster: 'east' },
      [
        `https://grafana.example/d/mesh-1?var-cluster=east&${window}`,
        `https://grafana.example/d/performance-1?${window}`,
      ],
    ],
    [
      'the control plane of a revision',
      { of: 'controlPlane', namespace: 'istio-system', name: '1-29' },
      [`https://grafana.example/d/controlPlane-1?var-namespace=istio-system&var-revision=1-29&${window}`],
    ],
    [
      'the control plane as a whole',
      { of: 'controlPlane' },
      [`https://grafana.example/d/controlPlane-1?${window}`],
    ],
    [
      "a sidecar, by its workload's dashboard",
      { of: 'proxy', namespace: 'bookinfo', name: 'reviews-v2-g4ljmxjndk-4jwgq' },
      [`https://grafana.example/d/workload-1?var-namespace=bookinfo&var-workload=reviews-v2&${window}`],
    ],
  ])('%s', async (_what, query, links) => {
    expect(await linksTo(query)).toEqual(links);
  });

  test('a ztunnel has the dashboard of ztunnels, filled in where it asks for a pod', async () => {
    const context = contextWith(grafanaWith(istio));
    const pod: Manifest = {
      kind: 'Pod',
      name: 'ztunnel-a',
      namespace: 'istio-system',
      labels: { app: 'ztunnel' },
      spec: { containers: [{ name: 'istio-proxy' }] },
    };
    const objects = { ...context.sources.objects, snapshot: async () => objectsSnapshot([pod]) };
    const query = dashboardsQuery.parse({ of: 'proxy', namespace: 'istio-system', name: 'ztunnel-a' });
    const { data } = await loadDashboards(query, { ...context, sources: { ...context.sources, objects } });
    expect(data.links).toEqual([
      {
        kind: 'ztunnel',
        title: 'The ztunnel',
        url: `https://grafana.example/d/ztunnel-1?var-pod=ztunnel-a&${window}`,
      },
    ]);
  });

  test('a fixed window, a path, an organisation and parameters of the address stay', async () => {
    const externalUrl = 'https://sam:secret@proxy.example/tools/grafana/?theme=light#top';
    const query = {
      of: 'application',
      namespace: 'shop',
      name: 'cart',
      range: '1h',
      at: '2026-11-21T01:00:00Z',
    };
    const to = Date.UTC(2026, 10, 21, 1);
    expect(
      await linksTo(
        query,
        grafanaWith({ application: ['app', 'canonical_service'] }, { externalUrl, orgId: 4 }),
      ),
    ).toEqual([
      `https://proxy.example/tools/grafana/d/application-1?theme=light&orgId=4&var-app=cart&var-canonical_service=cart&from=${to - 3_600_000}&to=${to}`,
    ]);
    const own = grafanaWith({ mesh: [] }, { externalUrl: 'https://grafana.example/?orgId=2', orgId: 4 });
    expect(await linksTo({ of: 'mesh' }, own)).toEqual([
      `https://grafana.example/d/mesh-1?orgId=2&${window}`,
    ]);
  });

  test("of a dashboard that cannot be read, Istio's own variables are filled in", async () => {
    expect(
      await linksTo({ of: 'service', namespace: 'a', name: 'b' }, grafanaWith({ service: undefined })),
    ).toEqual([`https://grafana.example/d/service-1?var-service=b.a.svc.cluster.local&${window}`]);
  });

  test('nothing leads out of a parameter, and names of variables that are odd stay unused', async () => {
    const grafana = grafanaWith({ workload: ['workload', '__proto__', 'constructor', 'a&b=c'] });
    expect(await linksTo({ of: 'workload', namespace: 'a', name: 'x:*.y' }, grafana)).toEqual([
      `https://grafana.example/d/workload-1?var-workload=x%3A*.y&${window}`,
    ]);
  });
});

describe('no links', () => {
  const query = dashboardsQuery.parse({ of: 'workload', namespace: 'bookinfo', name: 'reviews-v2' });

  test('without a Grafana, or without an address of it for people; and nothing is asked then', async () => {
    const dashboards = () => Promise.reject(new Error('it is not to be asked'));
    for (const grafana of [undefined, grafanaWith(istio, { externalUrl: undefined, dashboards })])
      expect(await loadDashboards(query, contextWith(grafana))).toEqual({
        data: { links: [] },
        warnings: [],
      });
  });

  test('while Grafana does not answer, which is a warning', async () => {
    const failure = new ViglaError('source_unreachable', 'Grafana could not be reached.');
    const grafana = grafanaWith(istio, { dashboards: () => Promise.reject(failure) });
    expect(await loadDashboards(query, contextWith(grafana))).toEqual({
      data: { links: [] },
      warnings: [
        {
          code: 'no_dashboards',
          source: 'grafana',
          message: 'There are no links to Grafana: Grafana could not be reached.',
        },
      ],
    });
  });

  test('for a namespace that the user may not see: the same as for one that is not there', async () => {
    const asked = (namespace: string) =>
      loadDashboards({ ...query, namespace }, contextWith(grafanaWith(istio), ['shop']));
    await expect(asked('bookinfo')).rejects.toMatchObject({ code: 'not_found' });
    await expect(asked('nirvana')).rejects.toMatchObject({ code: 'not_found' });
    expect((await asked('shop')).data.links).toHaveLength(1);
  });

  test('for a user whose rights could not be read, and that is why', async () => {
    const failure = new ViglaError('source_unreachable', 'The cluster could not say what you may see.');
    const grafana = grafanaWith(istio, { dashboards: () => Promise.reject(failure) });
    const { warnings } = await loadDashboards(query, contextWith(grafana, []));
    expect(warnings.map(({ message }) => message)).toEqual([
      'There are no links to Grafana: The cluster could not say what you may see.',
    ]);
  });

  test('for a pod without a proxy', async () => {
    const proxy = dashboardsQuery.parse({ of: 'proxy', namespace: 'bookinfo', name: 'nobody' });
    await expect(loadDashboards(proxy, contextWith(grafanaWith(istio)))).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
