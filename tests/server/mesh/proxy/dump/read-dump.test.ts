import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { dumpSections } from '#server/mesh/proxy/dump/dump.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { readDump } from '#server/mesh/proxy/dump/read-dump.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { ecdsJob } from '#server/mesh/proxy/sections/ecds/ecds-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { secretsJob } from '#server/mesh/proxy/sections/secrets/secrets-job.ts';
import { anyDump } from './any-dump.ts';

const jobs = {
  clusters: clustersJob,
  listeners: listenersJob,
  routes: routesJob,
  endpoints: endpointsJob,
  secrets: secretsJob,
  ecds: ecdsJob,
};

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

describe('whatever comes', () => {
  test('any JSON is a dump, or is refused in words', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          const dump = readDump(value);
          expect(dump.unknown.length).toBeLessThanOrEqual(JSON.stringify(value).length);
        } catch (error) {
          expect(error).toBeInstanceOf(ViglaError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every part is read or counted as unknown, every entry is an item or a problem', () => {
    fc.assert(
      fc.property(anyDump, (value) => {
        const { items, unknown, problems, bootstrap } = readDump(value);
        const told = [
          ...dumpSections.flatMap((section) => items[section].map(({ path }) => path)),
          ...unknown.map(({ path }) => path),
          ...problems,
          bootstrap?.path ?? '',
        ];
        value.configs.forEach((part, index) => {
          for (const [field, list] of Object.entries(part)) {
            if (!Array.isArray(list)) continue;
            const place = `configs[${index}].${field}`;
            list.forEach((_, at) => {
              const isTold = told.some(
                (text) => text.startsWith(`${place}[${at}]`) || text === `configs[${index}]`,
              );
              expect(isTold, `${place}[${at}]`).toBe(true);
            });
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('every item of a section is a row of its table, and ids of rows are unique', () => {
    fc.assert(
      fc.property(anyDump, (value) => {
        const bytes = bytesOf(value);
        const { items } = openDump(bytes);
        for (const section of dumpSections) {
          const { rows, origins } = jobs[section].run([bytes], { nowMs: 0, shiftMs: 0 });
          expect(origins).toHaveLength(rows.length);
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          for (const { path } of items[section])
            expect(
              rows.some(({ proofPath }) => proofPath.startsWith(path)),
              path,
            ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what is nested beyond all reason is a problem of that part alone', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const clusters = '{"@type":"x.ClustersConfigDump","static_clusters":[{"cluster":{"name":"agent"}}]}';
    const text = `{"configs":[{"@type":"x.RoutesConfigDump","deep":${deep}},${clusters}]}`;
    const dump = openDump(new TextEncoder().encode(text));
    expect(dump.problems).toEqual([
      'configs[0] is nested too deeply to be read as a whole: what lies deeper is left out.',
    ]);
    expect(dump.items.clusters.map(({ name }) => name)).toEqual(['agent']);
  });
});

describe('shapes of other times', () => {
  test('types of version 2 and lists of listeners by state are read', () => {
    const dump = readDump({
      configs: [
        {
          '@type': 'type.googleapis.com/envoy.admin.v2alpha.ListenersConfigDump',
          dynamic_active_listeners: [{ version_info: '1', listener: { name: 'old' }, last_updated: 'x' }],
          dynamic_draining_listeners: [{ listener: { name: 'leaving' } }],
        },
      ],
    });
    expect(dump.items.listeners).toMatchObject([
      { name: 'old', state: 'active', version: '1' },
      { name: 'leaving', state: 'draining' },
    ]);
    expect(dump.unknown).toEqual([]);
  });

  test("istiod's camel case becomes Envoy's names, but names that somebody chose stay", () => {
    const { items } = readDump({
      configs: [
        {
          '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
          dynamicActiveClusters: [
            {
              versionInfo: '7',
              cluster: {
                name: 'a',
                metadata: { filterMetadata: { istio: { myKey: 'x' } } },
                connectTimeout: '1s',
              },
            },
          ],
        },
      ],
    });
    expect(items.clusters[0]).toMatchObject({
      version: '7',
      value: { connect_timeout: '1s', metadata: { filter_metadata: { istio: { myKey: 'x' } } } },
    });
  });

  test('a list that is null or missing is empty, one that is no list is a problem', () => {
    const { items, problems } = readDump({
      configs: [
        {
          '@type': 'x.ClustersConfigDump',
          static_clusters: null,
          dynamic_active_clusters: 'none',
        },
      ],
    });
    expect(items.clusters).toEqual([]);
    expect(problems).toEqual(['configs[0].dynamic_active_clusters is no list.']);
  });

  test('extensions that come in several parts are all there', () => {
    const part = (name: string) => ({
      '@type': 'type.googleapis.com/envoy.admin.v3.EcdsConfigDump',
      ecds_filters: [{ ecds_filter: { name } }],
    });
    const { items } = readDump({ configs: [part('http'), part('tcp'), part('quic')] });
    expect(items.ecds.map(({ name }) => name)).toEqual(['http', 'tcp', 'quic']);
  });

  test('a listener that was refused from the start is an item with the reason of Envoy', () => {
    const { items } = readDump({
      configs: [
        {
          '@type': 'x.ListenersConfigDump',
          dynamic_listeners: [
            {
              name: '0.0.0.0_8080',
              error_state: {
                failed_configuration: { name: '0.0.0.0_8080' },
                details: 'unknown cluster',
                last_update_attempt: '2026-11-21T02:00:00Z',
              },
            },
          ],
        },
      ],
    });
    expect(items.listeners).toMatchObject([
      { name: '0.0.0.0_8080', state: 'rejected', error: { details: 'unknown cluster' } },
    ]);
  });

  test('types that nobody knows are counted with their place', () => {
    const { unknown } = readDump({ configs: [{ '@type': 'type.googleapis.com/acme.Dump' }, 7, null] });
    expect(unknown).toEqual([
      { type: 'type.googleapis.com/acme.Dump', path: 'configs[0]' },
      { type: '(no type)', path: 'configs[1]' },
      { type: '(no type)', path: 'configs[2]' },
    ]);
  });
});
