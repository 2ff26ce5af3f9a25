import { backendSplit, half, testCause } from '#tests/support/cause-cases.ts';
import { madePin, madeSplit } from '#tests/support/made-split.ts';

testCause('pinned', [
  ['no other rule', { requests: half }, { ruledOut: 'no other rule leads to a version' }],
  [
    'measured',
    {
      split: backendSplit({ pins: [madePin([1])] }),
      requests: { 'shop/web': [40, 60] },
      pinned: { 'shop/web': { isMeasured: true, lines: 90, pinnedShares: [0, 0.1], why: '' } },
    },
    { ruledOut: '6.0 % of requests, taken out' },
  ],
  [
    'not measured, and off all the same',
    {
      split: madeSplit({ v1: 70, v2: 10, v3: 20 }, { pins: [madePin([2])] }),
      requests: { 'shop/web': [10, 60, 30] },
      pinned: { 'shop/web': { isMeasured: false, lines: 0, pinnedShares: [0, 0, 0], why: 'no log' } },
    },
    {
      confidence: 'possible',
      facts: /Rule: spec\.http\[0\] \(header x-canary is yes\) to v3.*Logs: web: .*no log/s,
    },
  ],
]);
