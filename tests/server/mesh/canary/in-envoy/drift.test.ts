import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import { loadEnvoySplits } from '#server/mesh/canary/in-envoy/load-envoy-splits.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { ambientContext } from '#tests/support/ambient-recording.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const productpage = { namespace: 'bookinfo', workload: 'productpage-v1' };
const weightsNow = [0, 0, 100];

function recorded(name: string): unknown {
  return JSON.parse(
    new TextDecoder().decode(readAnswer(join(sharedFolder, 'recordings', 'bookinfo', 'drift', name))),
  );
}

/** The recorded mesh after all of reviews went to v3, with what was recorded of productpage's proxy then. */
function afterChange(envoy: string, syncz: string): LoadContext {
  return mutatedRecording({
    objects: (objects) => ({
      ...objects,
      VirtualService: objects.VirtualService.map((one) =>
        one.metadata.name !== 'reviews'
          ? one
          : {
              ...one,
              spec: {
                ...one.spec,
                http: one.spec.http.map((rule) =>
                  rule.name !== 'split'
                    ? rule
                    : {
                        ...rule,
                        route: rule.route?.map((to, index) => ({ ...to, weight: weightsNow[index] })),
                      },
                ),
              },
            },
      ),
    }),
    istiod: (endpoint, value) => {
      if (endpoint === 'syncz') return recorded(syncz);
      return endpoint === 'config_dump' ? recorded('istiod_2_stale.json.gz') : value;
    },
    envoy: {
      pod: 'productpage-v1-28plfps84f-nlf6t',
      change: (path, value) => (path === 'config_dump' ? recorded(envoy) : value),
    },
  });
}

async function splitOf(context: LoadContext, name: string): Promise<Split> {
  const { objects, rootNamespace } = await context.sources.objects.snapshot();
  const split = splitsOf(objects, rootNamespace).find(({ object }) => object.name === name);
  if (split === undefined) throw new Error(`${name} is a split`);
  return split;
}

describe.skipIf(whyNoSharedFolder)(
  'reviews was set from 25/25/50 to 0/0/100 while one proxy stood still',
  () => {
    test.each([
      {
        when: 'before its proxy went on',
        files: ['envoy_1_before.json.gz', 'syncz_2_stale.json'],
        shares: [0.25, 0.25, 0.5],
        weights: 'v1 25, v2 25, v3 50',
        istiodWeights: 'v3 100',
        state: 'STALE',
      },
      {
        when: 'after that',
        files: ['envoy_3_after.json.gz', 'syncz_3_after.json'],
        shares: [0, 0, 1],
        weights: 'v3 100',
        istiodWeights: undefined,
        state: 'SYNCED',
      },
    ])('$when', async ({ files: [envoy = '', syncz = ''], shares, weights, istiodWeights, state }) => {
      const context = afterChange(envoy, syncz);
      const { proxies } = await loadEnvoySplits(await splitOf(context, 'reviews'), [productpage], context);
      expect(proxies).toHaveLength(1);
      expect(proxies[0]).toMatchObject({ state: 'found', shares, weights, sync: { state } });
      expect(proxies[0]?.istiodWeights).toBe(istiodWeights);
    });
  },
);

test('a waypoint that refused its listeners has nothing, and istiod has the rule for it', async () => {
  const context = ambientContext();
  const { proxies } = await loadEnvoySplits(await splitOf(context, 'reviews'), [productpage], context);
  expect(proxies.map(({ type, state, istiodWeights }) => [type, state, istiodWeights])).toEqual([
    ['waypoint', 'unserved', 'v1 25, v2 25, v3 50'],
  ]);
});
