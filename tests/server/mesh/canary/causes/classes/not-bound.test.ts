import { half, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';
import { madeSplit } from '#tests/support/made-split.ts';

testCause('not-bound', [
  [
    'bound to gateways only',
    {
      split: madeSplit({ v1: 3, v2: 1 }, { isMesh: false, gatewayWorkloads: ['shop/edge'] }),
      requests: half,
    },
    {
      confidence: 'proven',
      text: /bound to gateways only/,
      facts: /Ready pods: 1 : 1, that is 50\.0 \/ 50\.0 %.*fits the ready pods/s,
    },
  ],
  [
    'a gateway that it is not bound to',
    { requests: { 'shop/edge': [50, 50] }, gateways: ['shop/edge'] },
    { confidence: 'proven', text: /gateway that the route is not bound to/ },
  ],
  [
    'not exported to it',
    { split: madeSplit({ v1: 3, v2: 1 }, { callers: ['other'] }), requests: half },
    { confidence: 'proven', text: /for callers in other\.$/ },
  ],
  [
    'without a sidecar',
    { requests: { 'unknown/unknown': [50, 50] } },
    { confidence: 'likely', text: /no sidecar/ },
  ],
  [
    'its proxy has other rules',
    {
      requests: half,
      proxies: [madeProxy('shop/web', { state: 'absent', shares: [0, 0], weights: 'no such rule' })],
    },
    { confidence: 'proven', text: /this rule is not among them/ },
  ],
  [
    'its proxy has nothing for the host',
    {
      requests: half,
      proxies: [
        madeProxy('shop/web', { state: 'unserved', shares: [0, 0], weights: 'nothing for the host' }),
      ],
    },
    { confidence: 'proven', text: /pass by every route/ },
  ],
  [
    'proxy unread, but like the ready pods',
    { requests: half },
    { confidence: 'likely', text: /fits its ready pods/ },
  ],
  [
    'proxy unread, and not like the ready pods',
    { requests: { 'shop/web': [10, 90] } },
    { ruledOut: '0 of 1' },
  ],
  ['its proxy has the rule', { requests: half, proxies: [madeProxy('shop/web')] }, { ruledOut: '0 of 1' }],
]);
