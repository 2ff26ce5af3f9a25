import { half, nothing, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';
import { madeSplit } from '#tests/support/made-split.ts';

testCause('connection-reuse', [
  [
    'independent requests',
    {
      requests: {
        'shop/web': Array.from({ length: 40 }, (_, slice) => (slice % 2 === 0 ? [48, 52] : [52, 48])),
      },
    },
    { ruledOut: 'dispersion 0.2' },
  ],
  ['too few slices to tell', { requests: half }, nothing],
  [
    'bursts',
    {
      requests: {
        'shop/web': Array.from({ length: 40 }, (_, slice) => (slice % 2 === 0 ? [0, 60] : [40, 0])),
      },
    },
    { confidence: 'likely', facts: /Dispersion: shop\/web: [\d.]+, by chance at most/ },
  ],
  [
    'Envoy chooses by hash',
    {
      split: madeSplit({ v1: 3, v2: 1 }, { affinity: 'by cookie' }),
      requests: half,
      proxies: [madeProxy('shop/web', { isSticky: true })],
    },
    { confidence: 'proven', facts: /Affinity: by cookie/ },
  ],
]);
