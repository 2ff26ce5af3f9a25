import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import { loadEnvoySplits } from '#server/mesh/canary/in-envoy/load-envoy-splits.ts';
import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { judgeSource, type SourceInput } from '#server/mesh/canary/verdict/judge-source.ts';
import { parseTextAccessLog } from '#server/mesh/logs/access-log/parse-text.ts';
import { type DrivenSplit, driveSplit } from '#tests/support/driven-split.ts';
import { type EnvoyInMesh, startEnvoyInMesh } from '#tests/support/envoy-in-mesh.ts';
import { whyNoEnvoy } from '#tests/support/envoy-program.ts';
import {
  type RecordedProxyConfiguration,
  recordedProxyConfiguration,
  withWeights,
} from '#tests/support/recorded-proxy-configuration.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const productpage = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };
const caller = { namespace: 'bookinfo', workload: 'productpage-v1' };
const host = 'reviews.bookinfo.svc.cluster.local';
const plain = { host: 'reviews:9080' };
const jason = { ...plain, 'end-user': 'jason' };

const reason = await whyNoEnvoy();
if (reason !== undefined) console.log(`a real Envoy: skipped, ${reason}`);

describe.skipIf(reason !== undefined)('a real Envoy with the recorded route of reviews', () => {
  let recorded: RecordedProxyConfiguration;
  let mesh: EnvoyInMesh;
  let split: Split;

  beforeAll(async () => {
    recorded = await recordedProxyConfiguration(productpage, { table: '9080', host });
    mesh = await startEnvoyInMesh(productpage, recorded);
    const { objects, rootNamespace } = await mesh.context().sources.objects.snapshot();
    const found = splitsOf(objects, rootNamespace).find(
      ({ object, route }) => object.name === 'reviews' && route === 'split',
    );
    if (found === undefined) throw new Error('the recorded VirtualService reviews has no rule split');
    split = found;
  });
  afterAll(() => mesh.stop());

  /** How much of it came by pins, as Vigla finds it in the access log. */
  async function readPinned({ startedAtMs, endedAtMs }: DrivenSplit) {
    const window = { fromSeconds: startedAtMs / 1000, toSeconds: endedAtMs / 1000 };
    const { bySource, warnings } = await loadPinned(split, [caller], window, mesh.context());
    expect(warnings).toEqual([]);
    return bySource.get('bookinfo/productpage-v1');
  }

  function judge({ bySlice }: DrivenSplit, pinned: SourceInput['pinned']) {
    const nothingElse = { failures: [], unassigned: [], foreign: [] };
    const slices = bySlice.map((_, slice) => slice);
    return judgeSource({
      split,
      observed: { ...caller, reporter: 'source', requests: bySlice, ...nothingElse },
      kind: 'workload',
      pinned,
      slices,
      endSeconds: slices.map((slice) => (slice + 1) * 30),
    });
  }

  /** The weights that Vigla reads in this Envoy, and what it says where something is odd. */
  async function readEnvoy() {
    const { proxies, warnings } = await loadEnvoySplits(split, [caller], mesh.context());
    expect(warnings).toEqual([]);
    expect(proxies).toHaveLength(1);
    return proxies[0];
  }

  /** What came back, in the order of versions: each host answers with its cluster's name. */
  function answered({ answers }: DrivenSplit): number[] {
    return split.versions.map(({ subset }) => answers.get(`200 outbound|9080|${subset}|${host}`) ?? 0);
  }

  test('20,000 requests are judged consistent', async () => {
    const driven = await driveSplit(mesh, split, { count: 20_000, headers: () => plain });
    const pinned = await readPinned(driven);
    const judged = judge(driven, pinned);
    const envoy = await readEnvoy();
    tell({ driven, judged, words: [envoy?.weights, pinned?.why] });
    expect(driven.byVersion).toEqual(answered(driven));
    expect(judged).toMatchObject({ requestCount: 20_000, status: 'consistent' });
    expect(envoy).toMatchObject({ ...productpage, state: 'found', shares: [0.25, 0.25, 0.5] });
  });

  test('each request has a line in the access log, whose route name tells pinned ones from the split', async () => {
    const isPinned = (index: number) => index % 10 === 0;
    const headers = (index: number) => (isPinned(index) ? jason : plain);
    const driven = await driveSplit(mesh, split, { count: 4_000, headers });
    const lines = await waitUntil(
      async () => {
        const texts = (await readFile(mesh.accessLog, 'utf8')).trimEnd().split('\n');
        return texts.length === 24_000 && texts.map(parseTextAccessLog);
      },
      // Envoy writes once a second.
      { what: 'a line for each request', withinMs: 10_000 },
    );
    const clustersOf = (route: string) =>
      lines.flatMap((line) => (line?.routeName === route ? [line.upstreamCluster] : []));
    expect(clustersOf('split')).toHaveLength(23_600);
    expect(clustersOf('jason')).toHaveLength(400);
    expect(new Set(clustersOf('jason'))).toEqual(new Set([`outbound|9080|v2|${host}`]));

    const pinned = await readPinned(driven);
    const judged = judge(driven, pinned);
    tell({ driven, judged, words: [pinned?.why] });
    expect(pinned?.isMeasured).toBe(true);
    expect(judged.status).toBe('consistent');
    expect(judge(driven, undefined).status, 'without the access log').toBe('mixed');
  });

  const edits: readonly [weights: number[], shares: number[], status: string][] = [
    [[35, 15, 50], [0.35, 0.15, 0.5], 'mismatch'],
    [[28, 22, 50], [0.28, 0.22, 0.5], 'minor'],
    [[50, 50, 0], [0.5, 0.5, 0], 'mismatch'],
  ];
  for (const [weights, shares, status] of edits) {
    test(`20,000 requests are judged ${status} where this Envoy alone has ${weights.join('/')}`, async () => {
      await mesh.setRoutes(withWeights(recorded.routes, 'split', weights));
      const driven = await driveSplit(mesh, split, { count: 20_000, headers: () => plain });
      const judged = judge(driven, await readPinned(driven));
      const envoy = await readEnvoy();
      tell({ driven, judged, words: [envoy?.weights, `istiod has ${envoy?.istiodWeights}`] });
      expect(driven.byVersion).toEqual(answered(driven));
      expect(judged.status).toBe(status);
      expect(envoy).toMatchObject({ state: 'found', shares, istiodWeights: 'v1 25, v2 25, v3 50' });
    });
  }
});

type Told = { driven: DrivenSplit; judged: ReturnType<typeof judgeSource>; words: (string | undefined)[] };

function tell({ driven, judged, words }: Told): void {
  const shares = judged.versions.map(({ estimate }) => `${((estimate?.share ?? 0) * 100).toFixed(2)} %`);
  const seconds = (driven.endedAtMs - driven.startedAtMs) / 1000;
  console.info(
    `real Envoy: ${driven.byVersion.join('/')} completed in ${seconds} s; ${words.join('; ')}; ${shares.join(' ')}, evidence 10^${judged.evidenceLog10?.toFixed(2)}, dispersion ${judged.dispersion?.phi.toFixed(2)}: ${judged.status}, ${judged.text}`,
  );
}
