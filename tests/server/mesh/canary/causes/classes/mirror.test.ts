import { half, testCause } from '#tests/support/cause-cases.ts';
import { madeSplit } from '#tests/support/made-split.ts';

testCause('mirror', [
  ['none', { requests: half }, { ruledOut: 'no copies are sent' }],
  [
    'copies are not counted',
    {
      split: madeSplit({ v1: 3, v2: 1 }, { mirrors: [{ version: 1, percent: 50 }] }),
      requests: { 'shop/web': [20, 80] },
    },
    { ruledOut: '50 % to v2, which callers do not count' },
  ],
  [
    'copies are counted',
    { split: madeSplit({ v1: 3, v2: 1 }, { mirrors: [{ version: 1, percent: 50 }] }), requests: half },
    { confidence: 'likely', facts: /Copies: 50 % to v2/ },
  ],
]);
