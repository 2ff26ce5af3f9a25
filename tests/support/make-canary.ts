import type { CanaryItem, CanarySourceSummary, CanaryStatus } from '#lib/contract/canaries.ts';

/** A consistent rule of two versions, 75 to 25, with what a test says differently. */
export function makeCanary(fields: Partial<CanaryItem> = {}): CanaryItem {
  return {
    object: { kind: 'HTTPRoute', namespace: 'shop', name: 'catalog-mesh' },
    route: '1',
    path: 'spec.rules[1]',
    protocol: 'http',
    isMesh: true,
    gateways: [],
    hosts: ['catalog.shop.svc.cluster.local'],
    services: ['shop/catalog'],
    matches: [],
    versions: [makeVersion('v1', 0.75, 3010), makeVersion('v2', 0.25, 1003)],
    verdict: { status: 'consistent', text: 'decided' },
    summary: 'All sources split 3 : 1.',
    window: { from: '2026-11-21T02:12:48Z', to: '2026-11-21T02:28:00Z', reason: 'the weights changed' },
    requestCount: 4013,
    problems: [],
    sources: [makeSource('wordpress')],
    ...fields,
  };
}

/** `requests` of about 4,000; none where left out. */
export function makeVersion(name: string, share: number, requests?: number): CanaryItem['versions'][number] {
  const observed = requests === undefined ? undefined : requests / 4013;
  return {
    name,
    host: 'catalog.shop.svc.cluster.local',
    subset: name,
    weight: share * 100,
    share,
    workloads: [`catalog-${name}`],
    ...(observed !== undefined && {
      observed: { count: requests ?? 0, share: observed, low: observed - 0.01, high: observed + 0.01 },
    }),
  };
}

export function makeSource(workload: string, status: CanaryStatus = 'consistent'): CanarySourceSummary {
  return {
    namespace: 'shop',
    workload,
    kind: 'workload',
    verdict: { status, text: status },
    requestCount: 1000,
    versions: [],
  };
}
