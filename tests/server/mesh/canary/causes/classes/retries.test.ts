import { half, nothing, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';
import { madeSplit } from '#tests/support/made-split.ts';

testCause('retries', [
  [
    'none',
    { split: madeSplit({ v1: 3, v2: 1 }, { retryAttempts: 0 }), requests: half },
    { ruledOut: 'none' },
  ],
  [
    'of connections there are none',
    { split: madeSplit({ v1: 3, v2: 1 }, { protocol: 'tcp' }), requests: half },
    nothing,
  ],
  ['nothing fails', { requests: half }, { ruledOut: 'they stay in their version' }],
  [
    'the version that is short fails',
    {
      requests: { 'shop/web': [95, 5] },
      proxies: [madeProxy('shop/web')],
      observed: {
        failures: Array.from({ length: 20 }, () => ({ application: [0, 0], proxyMade: [0, 2] })),
      },
    },
    { confidence: 'possible', facts: /Failed: shop\/web: 40\.0 % of requests to v2/ },
  ],
]);
