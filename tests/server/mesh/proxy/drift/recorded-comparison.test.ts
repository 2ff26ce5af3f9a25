import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ResourceDifference } from '#lib/contract/drift.ts';
import { compareJob } from '#server/mesh/proxy/drift/diff/compare-job.ts';
import { corpus } from '#tests/support/corpus-folder.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const recording = join(sharedFolder, 'recordings', 'bookinfo');

const compare = (left: string, right: string, how: 'istiod' | 'otherPod' | 'itself') =>
  compareJob.run([readAnswer(left), readAnswer(right)], { with: how });

/** Path, left and right of every change. */
const told = ({ section, name, kind, changes }: ResourceDifference) =>
  kind === 'changed'
    ? changes.map(({ path, left, right }) => [section, name, path, left, right])
    : [[section, name, kind]];

describe.skipIf(whyNoSharedFolder !== undefined)('istiod and Envoy of the recorded mesh', () => {
  const proxies = whyNoSharedFolder === undefined ? readdirSync(join(recording, 'envoy')) : [];
  const plainOrPacked = (path: string) => (existsSync(path) ? path : `${path}.gz`);
  const compared: Record<string, number> = {};
  const differing: Record<string, unknown[]> = {};

  beforeAll(() => {
    for (const proxy of proxies) {
      const istiod = plainOrPacked(join(recording, 'istiod', 'config_dump', `${proxy}.json`));
      const envoy = plainOrPacked(join(recording, 'envoy', proxy, 'config_dump.json'));
      const { sections, differences } = compare(istiod, envoy, 'istiod');
      for (const one of sections) compared[one.section] = (compared[one.section] ?? 0) + one.compared;
      if (differences.length > 0) differing[proxy] = differences.flatMap(told);
    }
  });

  test('are the same but for the listeners that one Envoy refused', () => {
    console.log(`${proxies.length} proxies, resources compared: ${JSON.stringify(compared)}`);
    expect(proxies).toHaveLength(26);
    expect(differing).toEqual({
      'broken.rejected-sq7gxhrjzn-pccgw': [
        ['listeners', '0.0.0.0_80', 'onlyLeft'],
        ['listeners', '0.0.0.0_8080', 'onlyLeft'],
        ['listeners', 'virtualInbound', 'onlyLeft'],
      ],
    });
    expect(compared).toEqual({ clusters: 1544, listeners: 593, routes: 231, endpoints: 1299, ecds: 0 });
  });
});

describe.skipIf(whyNoSharedFolder !== undefined)('changes that did not arrive', () => {
  const drift = join(recording, 'drift');

  test('checkout splits 1:1 where istiod says 3:1', () => {
    const folder = join(drift, 'stale-checkout');
    const { differences } = compare(
      join(folder, 'istiod_config_dump.json.gz'),
      join(folder, 'envoy_config_dump.json.gz'),
      'istiod',
    );
    expect(differences.flatMap(told)).toEqual([
      ['routes', '8080', 'virtual_hosts[5].routes[1].route.weighted_clusters.clusters[0].weight', 3, 1],
    ]);
  });

  test('productpage still splits 25/25/50 where istiod says 0/0/100', () => {
    const { differences } = compare(
      join(drift, 'istiod_2_stale.json.gz'),
      join(drift, 'envoy_1_before.json.gz'),
      'istiod',
    );
    const split = (port: number, host: number) => {
      const route = `virtual_hosts[${host}].routes[3].route.weighted_clusters`;
      const cluster = (version: string) => `outbound|${port}|${version}|reviews.bookinfo.svc.cluster.local`;
      return [
        ['routes', `${port}`, `${route}.clusters[0]`, undefined, { name: cluster('v1'), weight: 25 }],
        ['routes', `${port}`, `${route}.clusters[1]`, undefined, { name: cluster('v2'), weight: 25 }],
        ['routes', `${port}`, `${route}.clusters[2].weight`, 100, 50],
      ];
    };
    expect(differences.flatMap(told)).toEqual([...split(80, 9), ...split(9080, 3)]);
    expect(differences.flatMap(({ notes }) => notes)).toEqual(
      differences.map(() => expect.stringContaining('Destinations of weight 0 are left out')),
    );
  });

  test('afterwards nothing differs, and the dump from before differs in the same routes', () => {
    const after = join(drift, 'envoy_3_after.json.gz');
    expect(compare(join(drift, 'istiod_2_stale.json.gz'), after, 'istiod').differences).toEqual([]);
    const since = compare(join(drift, 'envoy_1_before.json.gz'), after, 'itself').differences;
    expect(since.map(({ section, name }) => [section, name])).toEqual([
      ['routes', '80'],
      ['routes', '9080'],
    ]);
  });
});

test.skipIf(whyNoSharedFolder !== undefined)(
  'two pods of one workload are the same but for their addresses',
  () => {
    const dump = (pod: string) =>
      join(recording, 'envoy', `bookinfo.reviews-v3-rmwljp4qzb-${pod}`, 'config_dump.json.gz');
    const { sections, differences } = compare(dump('dj46d'), dump('l2q2q'), 'otherPod');
    expect(differences.flatMap(told)).toEqual([]);
    expect(sections.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(150);
  },
);

describe.skipIf(corpus('istioctl-goldens').whyMissing !== undefined)("istioctl's own comparison", () => {
  const folder = join(corpus('istioctl-goldens').folder, 'compare');
  const verdicts = (right: string) => {
    const { sections } = compare(join(folder, 'configdump.json'), join(folder, right), 'istiod');
    return Object.fromEntries(
      sections.map(({ section, differing }) => [section, differing === 0 ? 'match' : "don't match"]),
    );
  };

  test.each<[string, string, object]>([
    ['compare-same', 'configdump.json', { clusters: 'match', listeners: 'match', routes: 'match' }],
    [
      'compare-different',
      'configdump_diff.json',
      { clusters: "don't match", listeners: "don't match", routes: "don't match" },
    ],
  ])('%s', (_, right, expected) => {
    expect(verdicts(right)).toMatchObject(expected);
  });
});
