import { half, nothing, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';

testCause('other-weights-in-envoy', [
  [
    'in sync, and requests follow them',
    { requests: half, proxies: [madeProxy('shop/web', { shares: [0.5, 0.5], weights: 'v1 1, v2 1' })] },
    { confidence: 'proven', text: /other weights than 3:1.*: v1 1, v2 1\.$/ },
  ],
  [
    'in sync, and requests do not follow them',
    { requests: half, proxies: [madeProxy('shop/web', { shares: [0.1, 0.9], weights: 'v1 1, v2 9' })] },
    { confidence: 'likely' },
  ],
  [
    'clusters of no version',
    {
      requests: { 'shop/web': [50, 50] },
      proxies: [
        madeProxy('shop/web', {
          shares: [0.5, 0.25],
          others: [{ cluster: 'x', share: 0.25 }],
          weights: 'v1 2, x 1, v2 1',
        }),
      ],
    },
    { confidence: 'likely' },
  ],
  ['as configured', { requests: half, proxies: [madeProxy('shop/web')] }, { ruledOut: '0 of 1 proxy' }],
  ['nothing was read', { requests: half }, nothing],
]);
