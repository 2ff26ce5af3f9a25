import { expect, test } from 'vitest';
import { faceOf } from '#components/graph/canvas/node-face.ts';
import { textWidth, truncateMiddle } from '#components/graph/canvas/text-width.ts';
import { drawnNode } from '#tests/support/visible-graph.ts';

const gatewayBadge = { id: 'gateway' as const, text: 'a gateway', objects: [] };

test.each([
  [
    drawnNode('a-v1', { kind: 'application', app: 'a', version: 'v1', podCount: 2 }),
    { shape: 'square', inner: { text: 'v1' }, title: 'a', subtitle: '2 pods' },
  ],
  [
    drawnNode('a', { kind: 'application', app: 'a', version: 'latest' }),
    { inner: { text: '-' }, subtitle: 'no version' },
  ],
  [
    drawnNode('g', { kind: 'application', app: 'g', version: 'latest', badges: [gatewayBadge] }),
    { inner: { icon: 'gateway' }, subtitle: undefined },
  ],
  [drawnNode('s', { kind: 'service' }), { shape: 'diamond', isDashed: false, inner: { icon: 'link' } }],
  [
    drawnNode('api', { kind: 'serviceEntry', hosts: ['api.example.com'] }),
    { shape: 'notchedDiamond', title: 'api.example.com', subtitle: 'ServiceEntry' },
  ],
  [drawnNode('unknown', { kind: 'unknown' }), { shape: 'circle', isDashed: true, inner: { text: '?' } }],
  [
    drawnNode('PassthroughCluster', { kind: 'passthrough', hosts: ['a.example', 'b.example'] }),
    { isDashed: true, subtitle: 'a.example + 1' },
  ],
  [
    drawnNode('restricted', { kind: 'restricted' }),
    { shape: 'circle', isDashed: true, inner: { icon: 'lock' }, title: 'restricted', subtitle: undefined },
  ],
])('node %# looks like what it is', (node, face) => {
  expect(faceOf(node)).toMatchObject(face);
});

test('long names lose their middle and keep both ends', () => {
  const font = { family: 'sans', sizePx: 11.5 } as const;
  const short = truncateMiddle('a-very-long-workload-name-that-nobody-can-read', 124, font);
  expect(short).toMatch(/^a-very.*…/);
  expect(short.endsWith('read')).toBe(true);
  expect(textWidth(short, font)).toBeLessThanOrEqual(124);
  expect(truncateMiddle('short', 124, font)).toBe('short');
});
