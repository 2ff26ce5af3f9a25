import type { Split } from '#server/mesh/canary/split.ts';
import { half, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';
import { madeSplit } from '#tests/support/made-split.ts';

testCause('unhealthy', [
  ['all ready', { requests: half }, { ruledOut: '2 of 2 ready' }],
  [
    'failures make up what is missing',
    {
      split: withPods(0, 1),
      requests: { 'shop/web': [75, 0] },
      observed: { unassigned: [{ flags: 'UH', code: '503', counts: [500] }] },
    },
    {
      confidence: 'likely',
      text: /v2 is short of ready pods.*make up/,
      facts: /v2: 0 of 1 ready.*Failed: shop\/web: 500 requests \(503 UH\)/s,
    },
  ],
  [
    'connections that broke make it up, too',
    {
      requests: { 'shop/web': [75, 0] },
      observed: { unassigned: [{ flags: 'UC', code: '503', counts: [500] }] },
    },
    { confidence: 'likely', facts: /Failed: shop\/web: 500 requests \(503 UC\)/ },
  ],
  [
    'failures that do not',
    {
      split: withPods(1, 1),
      requests: half,
      proxies: [madeProxy('shop/web')],
      observed: { unassigned: [{ flags: 'NC', code: '503', counts: [5] }] },
    },
    { confidence: 'possible' },
  ],
  [
    'not ready, but nothing failed',
    { split: withPods(0, 1), requests: half },
    { ruledOut: 'no request failed for it' },
  ],
  [
    'failures for other reasons',
    { requests: half, observed: { unassigned: [{ flags: 'DC', code: '0', counts: [500] }] } },
    { ruledOut: '2 of 2 ready' },
  ],
]);

/** The second version has so many pods. */
function withPods(ready: number, total: number): Split {
  const split = madeSplit({ v1: 3, v2: 1 });
  return {
    ...split,
    versions: split.versions.map((version, index) =>
      index === 1 ? { ...version, endpoints: { ready, total } } : version,
    ),
  };
}
