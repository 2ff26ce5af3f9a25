import { backendSplit, half, nothing, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy } from '#tests/support/made-causes.ts';

testCause('direct-calls', [
  ['the host is the route’s own', { requests: half }, nothing],
  [
    'backends of their own, and no logs',
    { split: backendSplit(), requests: { 'shop/web': [10, 90] }, proxies: [madeProxy('shop/web')] },
    { confidence: 'possible', text: /^catalog-v1\.shop\.svc\.cluster\.local, catalog-v2/ },
  ],
]);
