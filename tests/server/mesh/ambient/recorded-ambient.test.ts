import { beforeAll, describe, expect, test } from 'vitest';
import type { Ambient } from '#lib/contract/ambient.ts';
import { loadAmbient } from '#server/mesh/ambient/load-ambient.ts';
import {
  loadZtunnelConfig,
  loadZtunnelMetrics,
  loadZtunnelPolicies,
  loadZtunnelServices,
  loadZtunnelWorkloads,
} from '#server/mesh/ambient/load-ztunnel.ts';
import { ambientContext } from '#tests/support/ambient-recording.ts';

const context = ambientContext();
const ztunnel = { namespace: 'istio-system', pod: 'ztunnel-x7k2p' };
let ambient: Ambient;
beforeAll(async () => {
  ambient = (await loadAmbient({ namespaces: '*' }, context)).data;
});

describe('the recorded ambient mesh', () => {
  test('every pod of the two ambient namespaces is captured, and nothing else', () => {
    expect(ambient.pods).toHaveLength(22);
    expect(new Set(ambient.pods.map(({ namespace }) => namespace))).toEqual(new Set(['bookinfo', 'shop']));
    expect(
      ambient.pods.filter(({ state }) => state !== 'captured').map(({ pod, state }) => `${state} ${pod}`),
    ).toEqual(['excluded waypoint-5d9c4-abcde', 'excluded storefront-istio-lkwnrmn8bv-c875b']);
    expect(ambient.ztunnels).toMatchObject([{ pod: 'ztunnel-x7k2p', node: 'lab-node-2', captured: 8 }]);
  });

  test('the waypoint has what is enrolled, by istiod’s word, and what its Envoy refused', () => {
    const [waypoint, ...others] = ambient.waypoints;
    expect(others).toEqual([]);
    expect(waypoint).toMatchObject({
      namespace: 'bookinfo',
      name: 'waypoint',
      trafficType: 'service',
      trafficTypeFrom: 'label',
      isProgrammed: true,
      pods: [{ name: 'waypoint-5d9c4-abcde' }],
    });
    expect(waypoint?.enrolled.map(({ object }) => `${object.kind} ${object.name}`)).toEqual([
      'Namespace bookinfo',
    ]);
    expect(waypoint?.errors.join(' ')).toContain('peer_metadata');
  });

  test('policies with HTTP attributes that ztunnel cannot judge are exactly those that istiod complains of', async () => {
    const { objects } = await context.sources.objects.snapshot();
    const complained = objects.AuthorizationPolicy.filter(({ status }) =>
      JSON.stringify(status ?? '').includes('does not support HTTP attributes'),
    ).map(({ metadata }) => metadata.name);
    const told = ambient.gaps
      .filter(({ object, why }) => object.kind === 'AuthorizationPolicy' && why.text.includes('cannot see'))
      .map(({ object }) => object.name);
    expect(complained.length).toBeGreaterThan(3);
    // The dry run is refused by istiod for being one; its paths could not be judged either.
    expect(told.sort()).toEqual([...complained, 'reviews-dry-run'].sort());
    console.info(`policies beyond ztunnel: ${told.length} found, 0 missing, 1 extra (a dry run)`);
  });

  test('an audit and a token policy do nothing without a waypoint', () => {
    const others = ambient.gaps.filter(({ why }) => !why.text.includes('cannot see'));
    expect(others.map(({ object }) => `${object.kind} ${object.namespace}/${object.name}`).sort()).toEqual(
      expect.arrayContaining(['AuthorizationPolicy bookinfo/ratings-audit', 'HTTPRoute shop/catalog-mesh']),
    );
    // bookinfo uses a waypoint, so its routes are followed.
    expect(
      others.filter(({ object }) => object.kind === 'VirtualService' && object.namespace === 'bookinfo'),
    ).toEqual([]);
  });
});

describe('its ztunnel', () => {
  test('has its tables', async () => {
    const workloads = (await loadZtunnelWorkloads(ztunnel, context)).data.rows;
    const services = (await loadZtunnelServices(ztunnel, context)).data.rows;
    const policies = (await loadZtunnelPolicies(ztunnel, context)).data.rows;
    const config = (await loadZtunnelConfig(ztunnel, context)).data.rows;
    expect([workloads.length, services.length, policies.length]).toEqual([35, 35, 10]);
    expect(config.length).toBeGreaterThan(50);
    expect(workloads.find(({ podName }) => podName.startsWith('details-v1'))).toMatchObject({
      namespace: 'bookinfo',
      node: 'lab-node-2',
      protocol: 'HBONE',
      policies: ['bookinfo/details-viewer', 'istio-system/istio_converted_static_strict'],
    });
    const unknown = policies.filter(({ object, note }) => object === undefined && note === undefined);
    expect(unknown).toEqual([]);
  });

  test('counts, each with what it says about itself', async () => {
    const { rows, problems } = (await loadZtunnelMetrics(ztunnel, context)).data;
    expect(problems).toEqual([]);
    const recorded = await context.sources.envoy?.admin(ztunnel, { path: 'agent/stats/prometheus' });
    const lines = new TextDecoder().decode(recorded).split('\n');
    expect(rows).toHaveLength(lines.filter((line) => line !== '' && !line.startsWith('#')).length);
    expect(rows.find(({ labels }) => labels.includes('istio.workload.Address'))).toMatchObject({
      name: 'istio_xds_message_total',
      type: 'counter',
      value: '3',
      help: 'Total number of messages received (unstable).',
    });
  });

  test('is told from other proxies', async () => {
    const sidecar = { namespace: 'external', pod: 'crawler-dgrdlt96nt-k7zb6' };
    await expect(loadZtunnelWorkloads(sidecar, context)).rejects.toMatchObject({ code: 'not_found' });
  });
});
