import { half, nothing, testCause } from '#tests/support/cause-cases.ts';
import { madeProxy, staleProxy } from '#tests/support/made-causes.ts';

testCause('stale-proxy', [
  [
    'istiod was not read, but waits for an answer',
    { requests: half, proxies: [staleProxy('shop/web', { istiodWeights: undefined })] },
    { confidence: 'likely' },
  ],
  [
    'istiod has the same',
    {
      requests: half,
      proxies: [staleProxy('shop/web', { istiodWeights: undefined, sync: { state: 'SYNCED' } })],
    },
    { ruledOut: '0 of 1 proxy' },
  ],
  [
    'istiod would send something else than configured',
    { requests: half, proxies: [staleProxy('shop/web', { istiodWeights: 'v1 9, v2 1' })] },
    { ruledOut: '0 of 1 proxy' },
  ],
  [
    'it refused them',
    { requests: half, proxies: [staleProxy('shop/web', { sync: { state: 'ERROR' } })] },
    { confidence: 'proven', text: /refused the routes that carry 3:1/, facts: /syncz sent: nothing/ },
  ],
  [
    'it has no such rule yet',
    {
      requests: half,
      proxies: [
        staleProxy('shop/web', {
          state: 'absent',
          shares: [0, 0],
          weights: 'no such rule',
          place: undefined,
        }),
      ],
    },
    { confidence: 'proven', text: /has no such rule\.$/, facts: /Envoy: no such rule/ },
  ],
  [
    'one of three',
    {
      requests: { 'shop/web': [66, 34] },
      proxies: [staleProxy('shop/web'), madeProxy('shop/web'), madeProxy('shop/web')],
    },
    { confidence: 'proven', facts: /by its weights 66\.7 \/ 33\.3 %/ },
  ],
  [
    'two',
    {
      requests: { 'shop/a': [50, 50], 'shop/b': [50, 50] },
      proxies: [staleProxy('shop/a'), staleProxy('shop/b')],
    },
    {
      confidence: 'proven',
      text: /^2 stale proxies: shop\/a-1, shop\/b-1 never accepted .* still split 1:1\.$/,
    },
  ],
  [
    'that of a caller that is not off',
    { requests: { ...half, 'shop/b': [75, 25] }, proxies: [madeProxy('shop/web'), staleProxy('shop/b')] },
    { ruledOut: '0 of 1 proxy' },
  ],
  [
    'no proxy could be read',
    { requests: half, proxies: [madeProxy('shop/web', { state: 'unanswered' })] },
    nothing,
  ],
]);
