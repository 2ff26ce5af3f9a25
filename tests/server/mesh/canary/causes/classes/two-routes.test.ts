import { half, splitWithProblem, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';

testCause('two-routes', [
  ['none', { requests: half }, { ruledOut: 'none' }],
  [
    'another one, and proxies have that',
    {
      split: splitWithProblem('two-routes'),
      requests: half,
      proxies: [madeProxy('shop/web', { state: 'absent', shares: [0, 0] })],
    },
    { confidence: 'likely', facts: /Routes: What is odd\./ },
  ],
  [
    'another one, and proxies were not read',
    { split: splitWithProblem('two-routes'), requests: { 'shop/web': [10, 90] } },
    { confidence: 'possible' },
  ],
  [
    'another one, and proxies have this one',
    { split: splitWithProblem('two-routes'), requests: half, proxies: [madeProxy('shop/web')] },
    { ruledOut: 'this one is in force' },
  ],
]);
