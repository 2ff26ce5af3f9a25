import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { pushProblemKinds } from '#server/mesh/control-plane/problems/push-problem-kinds.ts';
import { pushProblems } from '#server/mesh/control-plane/problems/push-problems.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const service = (namespace: string, name: string): Manifest => ({
  kind: 'Service',
  namespace,
  name,
  spec: {},
});
const objects = meshObjects([
  service('shop', 'web'),
  service('shop', 'web-raw'),
  { kind: 'DestinationRule', namespace: 'shop', name: 'short', spec: { host: 'web' } },
  { kind: 'DestinationRule', namespace: 'other', name: 'not-this', spec: { host: 'web' } },
  { kind: 'VirtualService', namespace: 'shop', name: 'one', spec: { hosts: ['web'] } },
  { kind: 'VirtualService', namespace: 'shop', name: 'two', spec: { hosts: ['web.shop.svc.cluster.local'] } },
  {
    kind: 'ServiceEntry',
    namespace: 'out',
    name: 'api',
    spec: { hosts: ['api.example.com'], resolution: 'DNS' },
  },
  {
    kind: 'ServiceEntry',
    namespace: 'out',
    name: 'wild',
    spec: { hosts: ['*.example.org'], resolution: 'NONE' },
  },
]);

function told(metric: string, key: string, entry: object = {}) {
  const [problem] = pushProblems([{ replica: 'a', value: { [metric]: { [key]: entry } } }], objects);
  return {
    ...problem,
    names: problem?.objects.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`),
  };
}

describe('a complaint of the last push', () => {
  test('of two Services on a port names both and the proxy', () => {
    const problem = told('pilot_conflict_inbound_listener', 'web-1.shop', {
      proxy: 'web-1.shop',
      message:
        'Conflicting inbound listener:9000. existing: web.shop.svc.cluster.local, incoming: web-raw.shop.svc.cluster.local',
    });
    expect(problem).toMatchObject({
      severity: 'degraded',
      names: ['Service shop/web', 'Service shop/web-raw'],
      proxies: [{ namespace: 'shop', pod: 'web-1' }],
    });
    expect(problem.sentence).toMatch(/both lead to port 9000 of web-1\.shop/);
  });

  test.each([
    [
      'outbound|80|v9|web.shop.svc.cluster.local',
      /^Subset v9 of web\.shop.*503 UH/,
      ['DestinationRule shop/short', 'Service shop/web'],
    ],
    [
      'outbound|80||web.shop.svc.cluster.local',
      /^web\.shop\.svc\.cluster\.local, port 80, has no endpoint: /,
      ['Service shop/web'],
    ],
    ['outbound|443||api.example.com', /503 UH/, ['ServiceEntry out/api']],
    ['outbound|443||*.example.org', /needs none/, ['ServiceEntry out/wild']],
    ['outbound|80||nobody.example.com', /503 UH/, []],
    ['odd key', /^odd key has no endpoint/, []],
  ])('of missing endpoints reads %s', (key, sentence, names) => {
    const problem = told('pilot_eds_no_instances', key);
    expect(problem.sentence).toMatch(sentence);
    expect(problem.names).toEqual(names);
  });

  test('of a domain claimed twice names those that claim it', () => {
    const problem = told('pilot_vservice_dup_domain', 'web.shop.svc.cluster.local:80', {
      message: 'duplicate domain from virtual service: web.shop.svc.cluster.local:80',
    });
    expect(problem.names).toEqual(['VirtualService shop/one', 'VirtualService shop/two', 'Service shop/web']);
  });

  test('of an unknown metric is shown as istiod wrote it', () => {
    expect(told('pilot_brand_new', 'some key', { message: 'some message' })).toMatchObject({
      title: 'pilot_brand_new',
      severity: 'info',
      sentence: 'some key: some message',
      raw: 'pilot_brand_new · some key · some message',
    });
  });

  test('of another shape is not lost', () => {
    expect(pushProblems([{ replica: 'a', value: { pilot_odd: 7 } }], objects)).toMatchObject([
      { metric: 'pilot_odd', sentence: '7' },
    ]);
  });

  test('of several replicas is told once, with all of them', () => {
    const value = { pilot_no_ip: { 'pod a': {} } };
    const found = pushProblems(
      [
        { replica: 'a', value },
        { replica: 'b', value },
      ],
      objects,
    );
    expect(found).toMatchObject([{ replicas: ['a', 'b'] }]);
  });

  test.each([null, {}, [], 'text'])('an answer of %j has none', (value) => {
    expect(pushProblems([{ replica: 'a', value }], objects)).toEqual([]);
  });

  test.each(Object.keys(pushProblemKinds))('%s has a sentence even without a message', (metric) => {
    const { sentence, title, fix } = told(metric, 'key');
    for (const text of [sentence, title, fix]) expect(text?.length).toBeGreaterThan(3);
  });
});

describe.skipIf(whyNoSharedFolder !== undefined)(`the recorded mesh ${whyNoSharedFolder ?? ''}`, () => {
  test('has every entry of push_status, each with its objects', async () => {
    const file = join(sharedFolder, 'recordings', 'bookinfo', 'istiod', 'push_status.json');
    const value = z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    const entries = Object.values(value).reduce((sum, byKey) => sum + Object.keys(byKey).length, 0);
    const found = pushProblems([{ replica: 'istiod', value }], (await recordedSnapshot()).objects);
    const without = found.filter((problem) => problem.objects.length === 0);
    console.log(`push_status: ${entries} entries, ${found.length} told, ${without.length} without objects`);
    expect(entries).toBe(13);
    expect(found).toHaveLength(entries);
    expect(without).toEqual([]);
    expect(found.filter(({ metric }) => pushProblemKinds[metric] === undefined)).toEqual([]);
  });
});
