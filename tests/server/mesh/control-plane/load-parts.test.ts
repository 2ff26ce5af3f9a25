import { describe, expect, test } from 'vitest';
import { meshConfigurationSchema } from '#lib/contract/mesh-configuration.ts';
import { meshProblemsSchema } from '#lib/contract/mesh-problems.ts';
import { meshRegistrySchema } from '#lib/contract/mesh-registry.ts';
import { loadMeshConfiguration } from '#server/mesh/control-plane/load-mesh-configuration.ts';
import { loadMeshProblems } from '#server/mesh/control-plane/load-mesh-problems.ts';
import { loadMeshRegistry } from '#server/mesh/control-plane/load-mesh-registry.ts';
import { istiodReplicas, type ReplicaSays } from '#tests/support/istiod-replicas.ts';
import { meshContext } from '#tests/support/mesh-context.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const context = (replicas: readonly ReplicaSays[], manifests: Manifest[] = []) =>
  meshContext({ objects: objectsSnapshot(manifests), istiod: istiodReplicas(replicas) });
const gone: ReplicaSays = {
  replica: 'istiod-2',
  says: {},
  failure: { code: 'unreachable', message: 'refused' },
};

describe('the mesh configuration', () => {
  test('is that of each revision, by the first replica that has one', async () => {
    const { data, warnings } = await loadMeshConfiguration(
      {},
      context(
        [
          { replica: 'a', revision: 'default', says: { mesh: null } },
          { replica: 'b', revision: 'default', says: { mesh: { accessLogFile: '/b' } } },
          { replica: 'c', revision: 'canary', says: { mesh: { accessLogFile: '/c' } } },
          gone,
        ],
        [
          {
            kind: 'ConfigMap',
            namespace: 'istio-system',
            name: 'istio-canary',
            data: { mesh: 'accessLogFile: /c' },
          },
        ],
      ),
    );
    expect(meshConfigurationSchema.parse(data)).toEqual(data);
    expect(data.revisions).toEqual([
      { revision: 'default', replica: 'b' },
      { revision: 'canary', replica: 'c', configMap: 'istio-system/istio-canary' },
    ]);
    expect(data.settings.find(({ path }) => path === 'accessLogFile')).toMatchObject({
      differs: true,
      values: [
        { revision: 'default', value: '/b', source: 'elsewhere' },
        { revision: 'canary', value: '/c', source: 'configMap', line: 1 },
      ],
    });
    expect(warnings.map(({ code }) => code)).toEqual(['istiod_unreachable']);
  });

  test('is empty with a warning where nobody says it, never a list of defaults', async () => {
    const { data, warnings } = await loadMeshConfiguration({}, context([gone]));
    expect(data).toMatchObject({ revisions: [], settings: [] });
    expect(warnings).toHaveLength(1);
  });

  test('gives away no token, of a provider or of the environment of proxies', async () => {
    const mesh = {
      extensionProviders: [{ name: 'steps', lightstep: { service: 'a', accessToken: 's3cr3t-1' } }],
      defaultConfig: { proxyMetadata: { XDS_TOKEN: 's3cr3t-2', CLUSTER: 'east' } },
    };
    const { data } = await loadMeshConfiguration({}, context([{ replica: 'a', says: { mesh } }]));
    const values = data.settings.flatMap((setting) => setting.values.map(({ value }) => value));
    expect(values).toContain('{"CLUSTER":"east","XDS_TOKEN":"[redacted]"}');
    expect(JSON.stringify(data)).not.toContain('s3cr3t');
  });
});

describe('the problems', () => {
  test('come from the last push, from proxies and from counters, worst first', async () => {
    const listener = 'type.googleapis.com/envoy.config.listener.v3.Listener';
    const says: ReplicaSays['says'] = {
      push_status: { pilot_no_ip: { 'a pod': {} } },
      syncz: [
        { proxy: 'web-1.shop', resources: { [listener]: { sent: 'a', lastError: 'bad listener\nmore' } } },
      ],
      metrics: 'pilot_total_xds_rejects 1',
    };
    const { data, warnings } = await loadMeshProblems({}, context([{ replica: 'istiod-1', says }, gone]));
    expect(meshProblemsSchema.parse(data)).toEqual(data);
    expect(data.problems).toMatchObject([
      {
        group: 'proxy',
        severity: 'failing',
        proxies: [{ namespace: 'shop', pod: 'web-1' }],
        sentence: 'shop/web-1 runs on with what it had before: bad listener',
        raw: 'bad listener\nmore',
      },
      { group: 'istiod', severity: 'degraded' },
      { group: 'push', severity: 'info' },
    ]);
    expect(warnings).toHaveLength(1);
    expect(data.notes).toHaveLength(1);
  });

  test('are none where nobody complains, and then nobody is missing', async () => {
    const says = { push_status: '', syncz: null, metrics: 'pilot_xds 1' };
    const { data, warnings } = await loadMeshProblems({}, context([{ replica: 'istiod-1', says }]));
    expect(data.problems).toEqual([]);
    expect(warnings).toEqual([]);
  });
});

describe('the registry', () => {
  const registryz = [{ hostname: 'web.shop.svc.cluster.local', Attributes: { Namespace: 'shop' } }];
  const endpointShardz = {
    'web.shop.svc.cluster.local': { shop: { Shards: { 'Kubernetes/east': [{ HealthStatus: 1 }] } } },
  };

  test('is that of the first replica that has one', async () => {
    const answer = await loadMeshRegistry(
      { include: [] },
      context([
        gone,
        { replica: 'a', says: { registryz: null } },
        { replica: 'b', says: { registryz, endpointShardz } },
      ]),
    );
    expect(meshRegistrySchema.parse(answer.data)).toEqual(answer.data);
    expect(answer.data).toMatchObject({
      replica: 'b',
      services: [{ hostname: 'web.shop.svc.cluster.local' }],
    });
    expect(answer.data.services[0]?.endpoints).toBeUndefined();
    expect(answer.warnings).toHaveLength(1);
  });

  test('names a replica that sends no JSON, and takes the next', async () => {
    const { data, warnings } = await loadMeshRegistry(
      { include: ['endpoints'] },
      context([
        { replica: 'a', says: { registryz: '[{"hostname', endpointShardz: '' } },
        { replica: 'b', says: { registryz, endpointShardz } },
      ]),
    );
    expect(data).toMatchObject({ replica: 'b', services: [{ endpoints: [{ count: 1 }] }] });
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('istiod a: sent')]);
  });

  test('has endpoints where they are asked for, and is whole without', async () => {
    const asked = { include: ['endpoints' as const] };
    const full = await loadMeshRegistry(
      asked,
      context([{ replica: 'a', says: { registryz, endpointShardz } }]),
    );
    expect(full.data.services[0]?.endpoints).toEqual([{ cluster: 'east', health: 'healthy', count: 1 }]);
    const without = await loadMeshRegistry(asked, context([{ replica: 'a', says: { registryz } }]));
    expect(without.data.services).toHaveLength(1);
    expect(without.warnings.map(({ code }) => code)).toEqual(['istiod_no_such_endpoint']);
  });
});
