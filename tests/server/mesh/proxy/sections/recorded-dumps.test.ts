import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  clusterRowSchema,
  ecdsRowSchema,
  endpointRowSchema,
  listenerRowSchema,
  routeRowSchema,
  secretRowSchema,
} from '#lib/contract/proxy-sections.ts';
import { dumpSections } from '#server/mesh/proxy/dump/dump.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { ecdsJob } from '#server/mesh/proxy/sections/ecds/ecds-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { secretsJob } from '#server/mesh/proxy/sections/secrets/secrets-job.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

if (whyNoSharedFolder !== undefined) console.log(`recorded dumps: skipped, ${whyNoSharedFolder}`);

const sections = {
  clusters: { job: clustersJob, row: clusterRowSchema },
  listeners: { job: listenersJob, row: listenerRowSchema },
  routes: { job: routesJob, row: routeRowSchema },
  endpoints: { job: endpointsJob, row: endpointRowSchema },
  secrets: { job: secretsJob, row: secretRowSchema },
  ecds: { job: ecdsJob, row: ecdsRowSchema },
};

/** Every dump of an Envoy in the recordings and the corpus, and istiod's dumps of the same proxies. */
function dumpsOf(folder: string): { name: string; bytes: Uint8Array }[] {
  return readdirSync(join(sharedFolder, folder), { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (!/config_?dump/i.test(name) || !/\.json(\.gz)?$/.test(name)) return [];
    const bytes = readFileSync(join(sharedFolder, folder, name));
    const plain = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    // ztunnel has a shape of its own.
    return plain.includes('"configs"') ? [{ name: `${folder}/${name}`, bytes: plain }] : [];
  });
}

test.skipIf(whyNoSharedFolder !== undefined).each([
  ['of the recorded mesh', 'recordings/bookinfo', 50],
  ['of the ambient mesh', 'recordings/ambient', 2],
  ['of many services', 'recordings/scale', 10],
  ["of istioctl's own tests", 'corpus/istioctl-goldens', 8],
])(
  'dumps %s have rows of the right shape for every item, and nothing unknown',
  (title, folder, atLeast) => {
    const dumps = dumpsOf(folder);
    expect(dumps.length).toBeGreaterThanOrEqual(atLeast);
    let count = 0;
    for (const { name, bytes } of dumps) {
      const { items, unknown, problems } = openDump(bytes);
      expect({ name, unknown, problems }).toEqual({ name, unknown: [], problems: [] });
      for (const section of dumpSections) {
        const { job, row } = sections[section];
        const { rows } = job.run([bytes], { nowMs: Date.parse('2026-11-21T02:02:00Z'), shiftMs: 0 });
        // As the answer goes over the wire.
        const sent: unknown = JSON.parse(JSON.stringify(rows.map((one) => ({ ...one, links: [] }))));
        expect(() => z.array(row).parse(sent), `${name} ${section}`).not.toThrow();
        for (const { path } of items[section])
          expect(rows.some((one) => one.proofPath.startsWith(path))).toBe(true);
        count += rows.length;
      }
    }
    console.log(`dumps ${title}: ${dumps.length} read, ${count} rows`);
  },
  120_000,
);
