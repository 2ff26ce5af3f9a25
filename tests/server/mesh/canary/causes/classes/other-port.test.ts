import { backendSplit, half, splitWithProblem, testCause } from '#tests/support/cause-cases.ts';

testCause('other-port', [
  ['every port', { requests: half }, { ruledOut: 'holds for every port' }],
  [
    'one port of several',
    { split: splitWithProblem('other-port'), requests: { 'shop/web': [10, 90] } },
    { confidence: 'possible', facts: /Ports: What is odd\./ },
  ],
  [
    'ports of a Service that is no version',
    { split: backendSplit({ problems: [{ id: 'other-port', text: '' }] }), requests: half },
    { ruledOut: 'other ports do not lead to these versions' },
  ],
]);
