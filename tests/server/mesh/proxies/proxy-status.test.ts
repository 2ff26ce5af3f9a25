import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Sync } from '#lib/contract/proxies.ts';
import { type ProxySync, syncStatesOf } from '#server/mesh/proxies/sync-states.ts';
import { compareJob } from '#server/mesh/proxy/drift/diff/compare-job.ts';
import { corpus } from '#tests/support/corpus-folder.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const recording = join(sharedFolder, 'recordings', 'bookinfo');

/** istioctl's columns: NAME, CLUSTER, ISTIOD, VERSION, and the types in `4 (CDS,LDS,EDS,RDS)`. */
type StatusRow = { name: string; cluster: string; istiod: string; version: string; types: string };

function rowsOfTable(text: string): StatusRow[] {
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => {
    const [name = '', cluster = '', istiod = '', version = '', ...types] = line.trim().split(/\s{2,}/);
    return { name, cluster, istiod, version, types: types.join(' ') };
  });
}

function rowOf(name: string, { cluster, replica, version, syncs }: ProxySync): StatusRow {
  const subscribed = syncs.filter(({ state }) => state !== 'IGNORED').map(({ type }) => type);
  // istioctl's order of types, which is not that of discoveryTypes for the first four of them.
  const types = ['CDS', 'LDS', 'EDS', 'RDS', 'SDS', 'NDS', 'PCDS', 'ECDS', 'WDS', 'WADS'].filter((type) =>
    subscribed.some((one) => one === type),
  );
  return {
    name,
    cluster: cluster ?? '',
    istiod: replica,
    version: version ?? '',
    types: `${types.length} (${types.join(',')})`,
  };
}

const xdsAnswer = z.looseObject({
  resources: z.array(
    z.looseObject({
      node: z.looseObject({ id: z.string(), metadata: z.record(z.string(), z.string()) }),
      genericXdsConfigs: z.array(
        z.looseObject({ typeUrl: z.string(), configStatus: z.string(), lastUpdated: z.string().optional() }),
      ),
    }),
  ),
});
type XdsClient = z.output<typeof xdsAnswer>['resources'][number];

const statusWords: Record<string, Sync['state']> = { NOT_SENT: 'NOT SENT' };

/** By type, as istioctl has them from istiod's xDS. */
function xdsStates({ genericXdsConfigs }: XdsClient): Record<string, string> {
  return Object.fromEntries(
    genericXdsConfigs.map(({ typeUrl, configStatus }) => [
      typeUrl,
      statusWords[configStatus] ?? configStatus,
    ]),
  );
}

/** The same facts in the shape in which istiod tells them over HTTP; a name without a namespace gets one. */
function asSyncz(client: XdsClient): object {
  const resources = client.genericXdsConfigs.map(({ typeUrl, configStatus }) => {
    const nonces: Record<string, object> = {
      SYNCED: { sent: '1', acked: '1' },
      STALE: { sent: '2', acked: '1' },
      NOT_SENT: {},
      ERROR: { sent: '1', lastError: 'refused' },
    };
    return [typeUrl, nonces[configStatus]];
  });
  return {
    proxy: `${client.node.id}.${client.node.metadata.NAMESPACE ?? 'default'}`,
    cluster_id: client.node.metadata.CLUSTER_ID,
    istio_version: client.node.metadata.ISTIO_VERSION,
    resources: Object.fromEntries(resources),
  };
}

describe.skipIf(whyNoSharedFolder !== undefined)(
  'the recorded mesh as istioctl proxy-status shows it',
  () => {
    const read = () => {
      const syncz: unknown[] = JSON.parse(readFileSync(join(recording, 'istiod', 'syncz.json'), 'utf8'));
      return syncStatesOf(
        syncz.map((value) => ({ replica: 'istiod-nzq5g7tk5w-9wgnl', value })),
        0,
      ).proxies;
    };

    test('row by row', () => {
      const rows = rowsOfTable(readFileSync(join(recording, 'istioctl', 'proxy-status.txt'), 'utf8'));
      const ours = new Map([...read()].map(([name, sync]) => [name, rowOf(name, sync)]));
      const missing = rows.filter(({ name }) => !ours.has(name));
      const extra = [...ours.keys()].filter((name) => !rows.some((row) => row.name === name));
      console.log(`proxy-status rows: ${rows.length}, missing ${missing.length}, extra ${extra.length}`);
      expect(rows).toHaveLength(26);
      expect([missing, extra]).toEqual([[], []]);
      for (const row of rows) expect(ours.get(row.name)).toEqual(row);
    });

    test('state and time of every type', () => {
      const { resources } = xdsAnswer.parse(
        JSON.parse(readFileSync(join(recording, 'istioctl', 'proxy-status.json'), 'utf8')),
      );
      const ours = read();
      let count = 0;
      for (const { node, genericXdsConfigs } of resources) {
        const sync = ours.get(node.id);
        for (const { typeUrl, configStatus, lastUpdated } of genericXdsConfigs) {
          const type = typeOfUrl[typeUrl.slice(typeUrl.lastIndexOf('.') + 1)];
          const one = sync?.syncs.find((candidate) => candidate.type === type);
          expect([node.id, type, one?.state]).toEqual([
            node.id,
            type,
            statusWords[configStatus] ?? configStatus,
          ]);
          if (lastUpdated !== undefined)
            expect(Date.parse(one?.sentAt ?? '')).toBe(Math.floor(Date.parse(lastUpdated)));
          count += 1;
        }
      }
      console.log(`proxy-status -o json: ${resources.length} proxies, ${count} types compared`);
      expect([resources.length, count]).toEqual([26, 104]);
    });

    test('what differs from Envoy, pod by pod', () => {
      const folder = join(recording, 'istioctl', 'proxy-status');
      const plainOrPacked = (path: string) => (existsSync(path) ? path : `${path}.gz`);
      const files = readdirSync(folder);
      for (const file of files) {
        const proxy = file.replace(/\.txt$/, '');
        const { sections } = compareJob.run(
          [
            readAnswer(plainOrPacked(join(recording, 'istiod', 'config_dump', `${proxy}.json`))),
            readAnswer(plainOrPacked(join(recording, 'envoy', proxy, 'config_dump.json'))),
          ],
          { with: 'istiod' },
        );
        const text = readFileSync(join(folder, file), 'utf8');
        for (const [title, section] of [
          ['Clusters', 'clusters'],
          ['Listeners', 'listeners'],
          ['Routes', 'routes'],
        ] as const) {
          const differing = sections.find((one) => one.section === section)?.differing;
          expect([proxy, section, differing === 0]).toEqual([
            proxy,
            section,
            text.includes(`${title} Match`),
          ]);
        }
      }
      console.log(`proxy-status <pod>: ${files.length} proxies, ${files.length * 3} verdicts`);
      expect(files).toHaveLength(18);
    });
  },
);

const typeOfUrl: Readonly<Record<string, string>> = {
  Cluster: 'CDS',
  Listener: 'LDS',
  ClusterLoadAssignment: 'EDS',
  RouteConfiguration: 'RDS',
  Secret: 'SDS',
  TypedExtensionConfig: 'ECDS',
};

const goldens = corpus('istioctl-goldens');

describe.skipIf(goldens.whyMissing !== undefined)("istioctl's own cases of proxy-status", () => {
  const readInput = (name: string) =>
    z
      .record(z.string(), xdsAnswer)
      .parse(JSON.parse(readFileSync(join(goldens.folder, 'pilot', `${name}.input.json`), 'utf8')));
  const readOurs = (input: ReturnType<typeof readInput>) =>
    syncStatesOf(
      Object.entries(input).flatMap(([replica, { resources }]) =>
        resources.map((client) => ({ replica, value: asSyncz(client) })),
      ),
      0,
    ).proxies;

  // istioctl prints the second to fourth as JSON and YAML of what istiod sent; the facts in it are compared.
  test.each(['proxy-status-2', 'proxy-status-4', 'proxy-status-5', 'proxy-status-6'])('%s', (name) => {
    const input = readInput(name);
    const ours = readOurs(input);
    const clients = Object.values(input).flatMap(({ resources }) => resources);
    expect(clients.length).toBeGreaterThan(0);
    for (const client of clients) {
      const sync = ours.get(`${client.node.id}.${client.node.metadata.NAMESPACE ?? 'default'}`);
      const states = (sync?.syncs ?? []).filter(({ state }) => state !== 'IGNORED');
      expect(Object.values(xdsStates(client)).sort()).toEqual(states.map(({ state }) => state).sort());
    }
  });

  test('proxy-status-2 as the table that istioctl prints', () => {
    const rows = rowsOfTable(
      readFileSync(join(goldens.folder, 'pilot', 'multiXdsStatusSinglePilot.txt'), 'utf8'),
    );
    const ours = [...readOurs(readInput('proxy-status-2'))].map(([name, sync]) =>
      rowOf(name.replace(/\.default$/, ''), sync),
    );
    expect(ours).toEqual(rows);
  });
});
