import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sectionQuery } from '#lib/contract/proxy-sections.ts';
import { proxyStatsQuery } from '#lib/contract/proxy-stats.ts';
import { rawDownloadQuery, rawQuery, rawSearchQuery, rawTreeQuery } from '#lib/contract/raw.ts';
import { loadFileRoutes } from '#server/mesh/proxy/dump-file/load-dump-file.ts';
import {
  loadClusters,
  loadEcds,
  loadEndpoints,
  loadListeners,
  loadRoutes,
  loadSecrets,
} from '#server/mesh/proxy/load-section.ts';
import { loadRaw, loadRawFile, loadRawSearch, loadRawTree } from '#server/mesh/proxy/raw/load-raw.ts';
import { loadStats } from '#server/mesh/proxy/stats/load-stats.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { answeringAdmin } from '#tests/support/answering-admin.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';
import { plantInto, plants, secretText, tracesOf } from '#tests/support/planted-secrets.ts';

const proxy = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };

async function recordedDump(): Promise<Uint8Array> {
  const { envoy } = mutatedRecording({}).sources;
  if (envoy === undefined) throw new Error('the recording has proxies');
  return envoy.admin(proxy, { path: 'config_dump', parameters: { include_eds: '' } });
}

/** Everything that is answered about a proxy, as one text. */
async function answersOf(context: LoadContext, dump: Uint8Array): Promise<string> {
  const { bytes } = await loadRawFile(rawDownloadQuery.parse(proxy), context);
  const section = sectionQuery.parse(proxy);
  const answers = await Promise.all([
    loadRaw(rawQuery.parse(proxy), context),
    loadRawTree(rawTreeQuery.parse({ ...proxy, path: 'configs[0].bootstrap.node', reveal: 'true' }), context),
    loadRawSearch(rawSearchQuery.parse({ ...proxy, text: 'secret' }), context),
    ...[loadClusters, loadListeners, loadRoutes, loadEndpoints, loadSecrets, loadEcds].map((load) =>
      load(section, context),
    ),
    loadFileRoutes({}, dump, context),
    loadStats(proxyStatsQuery.parse({ ...proxy, unused: 'true' }), context),
  ]);
  return new TextDecoder().decode(bytes) + JSON.stringify(answers);
}

test('a secret that stands anywhere in a dump is in no answer', async () => {
  const recorded = new TextDecoder().decode(await recordedDump());
  let planted = 0;
  await fc.assert(
    fc.asyncProperty(secretText, fc.nat(), fc.constantFrom(...plants), async (secret, at, plant) => {
      const document: unknown = JSON.parse(recorded);
      plantInto(document, at, plant.fields(secret));
      const text = JSON.stringify(document);
      const context = answeringAdmin({
        config_dump: text,
        'stats/prometheus': `envoy_cluster_upstream_rq_total{cluster_name="Bearer ${secret}7"} 1\n`,
      });
      const answers = await answersOf(context, new TextEncoder().encode(text));
      expect(answers).toContain('envoy_cluster_upstream_rq_total');
      for (const trace of tracesOf(secret)) expect(answers).not.toContain(trace);
      planted++;
    }),
    { numRuns: 40 },
  );
  console.info(`answers: ${planted} secrets planted, in none of 12 answers each`);
}, 120_000);
