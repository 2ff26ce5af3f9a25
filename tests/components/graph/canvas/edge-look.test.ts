import { expect, test } from 'vitest';
import { labelText, lockOf, lookOf } from '#components/graph/canvas/edge-look.ts';
import { defaultEdgeLabels } from '#components/graph/edge-labels.ts';
import { drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

const workload = drawnNode('a');
const service = drawnNode('s', { kind: 'service' });

test('a line grows with the logarithm of its rate, from 1 to 5 px', () => {
  const width = (requestsPerSecond: number) =>
    lookOf(drawnEdge('a', 'b', { requestsPerSecond }), workload).width;
  expect(width(0)).toBeGreaterThanOrEqual(1);
  expect(width(12.4)).toBeCloseTo(2.6, 1);
  expect(width(1000)).toBeCloseTo(4.7, 1);
  expect(width(10_000_000)).toBe(5);
});

test('colour says health, dots say TCP, dashes say that nothing in the mesh answers', () => {
  const passthrough = drawnNode('p', { kind: 'passthrough' });
  const failing = { health: { status: 'failing' as const, reasons: [] } };
  expect(lookOf(drawnEdge('a', 'b'), workload)).toMatchObject({ colour: 'mark-ok', dash: 'solid' });
  expect(lookOf(drawnEdge('a', 'b', { protocol: 'tcp' }), workload)).toMatchObject({
    colour: 'mark-tcp',
    dash: 'dotted',
  });
  expect(lookOf(drawnEdge('a', 'p'), passthrough)).toMatchObject({ colour: 'mark-idle', dash: 'dashed' });
  expect(lookOf(drawnEdge('a', 'p', failing), passthrough)).toMatchObject({
    colour: 'mark-fail',
    dash: 'dashed',
  });
});

test('a label is rate then errors, and the split alone where traffic is split', () => {
  const edge = drawnEdge('a', 's', { requestsPerSecond: 3.114, errorShare: 0.042 });
  expect(labelText(edge, defaultEdgeLabels)).toBe('3.1 · 4.2\u00a0%');
  expect(labelText({ ...edge, errorShare: 0 }, defaultEdgeLabels)).toBe('3.1');
  expect(labelText({ ...edge, splitShare: 0.248 }, defaultEdgeLabels)).toBe('24.8\u00a0%');
  expect(labelText({ ...edge, splitShare: 1 }, defaultEdgeLabels)).toBe('3.1 · 4.2\u00a0%');
  expect(labelText({ ...edge, splitShare: 0.248 }, ['rate'])).toBe('3.1');
});

test('what is not known is not written', () => {
  expect(labelText(drawnEdge('a', 's', { protocol: 'tcp' }), defaultEdgeLabels)).toBe('');
});

test('the lock stands from the caller to the service, open where only a part is encrypted', () => {
  expect(lockOf(drawnEdge('a', 's', { mtlsShare: 1 }), workload)).toBe('lock');
  expect(lockOf(drawnEdge('a', 's', { mtlsShare: 0.4 }), workload)).toBe('unlock');
  expect(lockOf(drawnEdge('a', 's', { mtlsShare: 0 }), workload)).toBeUndefined();
  expect(lockOf(drawnEdge('s', 'a', { mtlsShare: 1 }), service)).toBeUndefined();
});
