import { expect, test } from 'vitest';
import type { CounterHistory } from '#tests/support/counter-history.ts';
import { counter, observe, requestsOf, source, v1, v2 } from '#tests/support/observed-counters.ts';
import { serviceSplit } from '#tests/support/service-split.ts';
import { nobody, type Party, workload } from '#tests/support/telemetry.ts';

const grown = [0, 0, 0, 0, 6];

test('not again where the receiver reports it, be it repeated or mirrored', async () => {
  const observation = await observe([
    counter(v1, grown),
    counter(v1, [0, 0, 0, 0, 18], { reporter: 'destination', labels: { pod: 'reviews-v1-a' } }),
    counter(v2, [0, 0, 0, 0, 6], { reporter: 'destination', labels: { pod: 'reviews-v2-a' } }),
  ]);
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [0, 0],
      [0, 0],
      [6, 0],
    ],
  });
});

test('as the waypoint reports it, where one chooses for this caller', async () => {
  const gateway = workload('istio-system/istio-ingressgateway');
  const waypointPod = { reporter: 'waypoint', labels: { pod: 'waypoint-a' } } as const;
  const observation = await observe([
    // On the way to the waypoint: the gateway knows the service, and the waypoint or the endpoint as its workload.
    counter(workload('bookinfo/waypoint'), [0, 0, 0, 0, 10], { from: gateway }),
    counter(v1, [0, 0, 0, 0, 3], { from: gateway }),
    counter(v1, [0, 0, 0, 0, 7], { from: gateway, ...waypointPod }),
    counter(v2, [0, 0, 0, 0, 3], { from: gateway, ...waypointPod }),
    counter(v2, grown),
  ]);
  expect(requestsOf(observation)).toEqual({
    'bookinfo/productpage-v1': [
      [0, 0],
      [0, 0],
      [0, 6],
    ],
    'istio-system/istio-ingressgateway': [
      [0, 0],
      [0, 0],
      [7, 3],
    ],
  });
  expect(observation.sources.map(({ reporter }) => reporter)).toEqual(['source', 'waypoint']);
  expect(observation.sources.flatMap(({ foreign }) => foreign)).toEqual([]);
});

test('as the waypoint reports it, where it sends to Services of their own', async () => {
  const catalog = serviceSplit('shop/catalog', {
    'catalog-v1': { isOwnService: true, workloads: ['catalog-v1'] },
    'catalog-v2': { isOwnService: true, workloads: ['catalog-v2'] },
  });
  const viaWaypoint = { reporter: 'waypoint', labels: { pod: 'waypoint-a' } } as const;
  const observation = await observe(
    [
      counter(workload('shop/waypoint'), [0, 0, 0, 0, 9], { service: 'shop/catalog' }),
      counter(workload('shop/catalog-v1'), [0, 0, 0, 0, 5], { service: 'shop/catalog-v1', ...viaWaypoint }),
      counter(workload('shop/catalog-v2'), [0, 0, 0, 0, 4], { service: 'shop/catalog-v2', ...viaWaypoint }),
      // Around the waypoint, to a backend by its own name.
      counter(workload('shop/catalog-v2'), [0, 0, 0, 0, 2], { service: 'shop/catalog-v2' }),
    ],
    catalog,
  );
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [0, 0],
      [0, 0],
      [5, 4],
    ],
  });
  expect(observation.sources[0]?.foreign).toEqual([]);
});

test('connections are counted for a TCP rule', async () => {
  const tcp = serviceSplit(
    'bookinfo/reviews',
    { v1: { workloads: ['reviews-v1'] }, v2: { workloads: ['reviews-v2'] } },
    { protocol: 'tcp', route: 'tcp-0' },
  );
  const connections = (to: Party, values: CounterHistory['values'], flags = '-') => ({
    ...counter(to, values, { flags, labels: { request_protocol: 'tcp' } }),
    metric: 'istio_tcp_connections_opened_total',
  });
  const observation = await observe(
    [
      connections(v1, [10, 10, 10, 10, 14]),
      connections(v2, [10, 10, 10, 10, 11]),
      connections(v2, [10, 10, 10, 10, 12], 'UF,URX'),
      connections(nobody, [10, 10, 10, 10, 13], 'UH'),
      counter(v1, [0, 0, 0, 0, 99]),
    ],
    tcp,
  );
  expect(requestsOf(observation)).toEqual({
    [source]: [
      [0, 0],
      [0, 0],
      [4, 3],
    ],
  });
  expect(observation.sources[0]?.failures.at(-1)).toEqual({ application: [0, 0], proxyMade: [0, 2] });
  expect(observation.sources[0]?.unassigned).toEqual([{ flags: 'UH', code: '-', counts: [0, 0, 3] }]);
});
