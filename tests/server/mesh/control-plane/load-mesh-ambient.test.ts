import { expect, test } from 'vitest';
import { loadMesh } from '#server/mesh/control-plane/load-mesh.ts';
import { loadMeshProblems } from '#server/mesh/control-plane/load-mesh-problems.ts';
import { ambientContext } from '#tests/support/ambient-recording.ts';

test('an ambient mesh has its waypoint among the gateways, and its ztunnel among the versions', async () => {
  const { data, warnings } = await loadMesh({}, ambientContext());
  expect(data.ambient).toEqual(['bookinfo', 'shop']);
  expect(data.gateways.find(({ role }) => role === 'waypoint')).toMatchObject({
    namespace: 'bookinfo',
    serves: [{ kind: 'Gateway', namespace: 'bookinfo', name: 'waypoint' }],
  });
  // This recording lacks istiod's own version: it is read off its image, and so are those of proxies without a connection.
  expect(data.versions.map(({ type, version, source }) => `${type} ${version} ${source}`)).toEqual([
    'istiod 1.31.0 image',
    'sidecar 1.31.0 image',
    'gateway 1.31.0 image',
    'waypoint 1.31-dev istiod',
    'ztunnel 1.32 image',
  ]);
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['istiod_no_such_endpoint']));
});

test('the waypoint that refuses its listeners is told', async () => {
  const { data } = await loadMeshProblems({}, ambientContext());
  expect(data.problems).toMatchObject([
    {
      group: 'proxy',
      severity: 'failing',
      proxies: [{ namespace: 'bookinfo', pod: 'waypoint-5d9c4-abcde' }],
    },
  ]);
});
