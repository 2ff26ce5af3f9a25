import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { MeshCluster } from '#lib/contract/mesh.ts';
import { meshClusters } from '#server/mesh/control-plane/mesh-clusters.ts';
import { mergeLists } from '#server/mesh/istiod/merge-answers.ts';
import { corpus } from '#tests/support/corpus-folder.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const inputSchema = z.object({
  answers: z.record(z.string(), z.string()),
  revisions: z.record(z.string(), z.string()),
});
const encoder = new TextEncoder();

/** The rows of `istioctl remote-clusters`: name, secret, status, istiod, revision. */
function rowsOf(clusters: readonly MeshCluster[]): string[] {
  return clusters
    .flatMap(({ id, secret = '', syncs }) =>
      syncs.map(({ replica, revision = '', status }) => [id, secret, status, replica, revision].join(' ')),
    )
    .map((row) => row.replace(/ +/g, ' ').trim())
    .sort();
}

function tableRows(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .sort();
}

function load(input: z.output<typeof inputSchema>) {
  const answers = Object.entries(input.answers).map(([replica, text]) => ({
    replica,
    revision: input.revisions[replica],
    body: encoder.encode(text),
  }));
  const { entries, warnings } = mergeLists(answers);
  return { clusters: meshClusters(entries), warnings };
}

const goldens = corpus('istioctl-goldens');
const folder = join(goldens.folder, 'remote-clusters');

describe.skipIf(goldens.whyMissing !== undefined)(
  `istioctl's remote-clusters ${goldens.whyMissing ?? ''}`,
  () => {
    const inputs =
      goldens.whyMissing === undefined
        ? readdirSync(folder).filter((name) => name.endsWith('.input.json'))
        : [];

    test('there are cases', () => expect(inputs.length).toBe(3));

    test.each(inputs)('%s', (name) => {
      const { clusters, warnings } = load(
        inputSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
      );
      const expected = join(folder, name.replace('.input.json', '.txt'));
      // istioctl fails as a whole where an answer is no JSON; here the replica is named beside what others said.
      if (name.includes('invalid-JSON')) {
        expect(clusters).toEqual([]);
        expect(warnings).toMatchObject([
          { code: 'istiod_failed', message: expect.stringContaining('istiod-6d8f97c8d9-abc123') },
        ]);
        return;
      }
      const rows = rowsOf(clusters);
      const wanted = tableRows(readFileSync(expected, 'utf8'));
      console.log(
        `${name}: ${rows.length} rows, ${wanted.filter((row) => !rows.includes(row)).length} missing`,
      );
      expect(rows).toEqual(wanted);
    });
  },
);

describe.skipIf(whyNoSharedFolder !== undefined)(`the recorded mesh ${whyNoSharedFolder ?? ''}`, () => {
  test('has the clusters of istioctl remote-clusters', () => {
    const recorded = join(sharedFolder, 'recordings', 'bookinfo');
    const text = readFileSync(join(recorded, 'istiod', 'clusterz.json'), 'utf8');
    const replica = 'istiod-nzq5g7tk5w-9wgnl';
    const { clusters } = load({ answers: { [replica]: text }, revisions: { [replica]: 'default' } });
    const wanted = tableRows(readFileSync(join(recorded, 'istioctl', 'remote-clusters.txt'), 'utf8'));
    expect(rowsOf(clusters)).toEqual(wanted);
    expect(wanted.length).toBe(2);
    expect(clusters.map(({ id, isHome, health }) => [id, isHome, health.status])).toEqual([
      ['Kubernetes', true, 'healthy'],
      ['east', false, 'failing'],
    ]);
  });
});

test('a cluster that replicas see differently says so for each', () => {
  const { clusters } = load({
    answers: {
      a: '[{"id":"east","secretName":"s/east","syncStatus":"synced"}]',
      b: '[{"id":"east","secretName":"s/east","syncStatus":"syncing"},{"secretName":"odd"}]',
      c: 'null',
    },
    revisions: {},
  });
  expect(clusters).toMatchObject([
    {
      id: 'east',
      syncs: [
        { replica: 'a', status: 'synced' },
        { replica: 'b', status: 'syncing' },
      ],
      health: { status: 'degraded', reasons: [{ text: 'b says syncing: istiod is still reading it' }] },
    },
  ]);
});
