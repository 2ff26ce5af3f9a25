import { expect, test } from 'vitest';
import { labelParts, labelText, lookOf, shortLabelParts } from '#components/graph/canvas/edge-look.ts';
import { defaultEdgeLabels } from '#components/graph/edge-labels.ts';
import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { drawnEdge, drawnNode } from '#tests/support/visible-graph.ts';

function splitEdge(split: Partial<EdgeSplit>, more: Partial<GraphEdge> = {}): GraphEdge {
  const observedShare = split.observedShare ?? 0.247;
  return drawnEdge('s', 'v', {
    requestsPerSecond: 3.1,
    splitShare: observedShare,
    split: { count: 1, totalCount: 4, observedShare, low: 0.236, high: 0.258, canaries: [], ...split },
    ...more,
  });
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each<[string, GraphEdge, string]>([
  ['a split', splitEdge({ configuredShare: 0.25 }), 'configured 25 % · observed 24.7 % ± 1.1'],
  ['a third', splitEdge({ configuredShare: 0.3333 }), 'configured 33.3 % · observed 24.7 % ± 1.1'],
  ['a weight of 0', splitEdge({ configuredShare: 0 }), 'configured 0 % · observed 24.7 % ± 1.1'],
  [
    'all of it, though a part is configured',
    splitEdge({ configuredShare: 0.75, observedShare: 1, low: 0.2, high: 1 }),
    'configured 75 % · observed 100 % ± 40.0',
  ],
  [
    'many requests',
    splitEdge({ configuredShare: 0.5, low: 0.2469, high: 0.2471 }),
    'configured 50 % · observed 24.7 % ± <0.1',
  ],
  [
    'all of it, as configured',
    splitEdge({ configuredShare: 1, observedShare: 1, low: 0.99, high: 1 }),
    '3.1',
  ],
  ['nothing to compare with', splitEdge({ notCompared: 'No weighted rule leads here.' }), '24.7 %'],
  ['all of it with nothing to compare with', splitEdge({ observedShare: 1 }), '3.1'],
])('the label of %s', (_, edge, text) => {
  expect(plain(labelText(edge, defaultEdgeLabels))).toBe(text);
});

test('shares stand alone, and only where they are asked for', () => {
  const edge = splitEdge({ configuredShare: 0.25 });
  expect(labelParts(edge, ['rate', 'split']).map(plain)).toEqual([
    'configured 25 %',
    'observed 24.7 % ± 1.1',
  ]);
  expect(labelParts(edge, ['rate'])).toEqual(['3.1']);
});

test('where there is no room the words are left out', () => {
  const edge = splitEdge({ configuredShare: 0.25 });
  expect(shortLabelParts(edge, defaultEdgeLabels)?.map(plain)).toEqual(['set 25 %', '24.7 % ± 1.1']);
  expect(shortLabelParts(edge, ['rate'])).toBeUndefined();
  const whole = splitEdge({ configuredShare: 1, observedShare: 1, low: 0.99, high: 1 });
  for (const other of [whole, splitEdge({}), drawnEdge('a', 'b')])
    expect(shortLabelParts(other, defaultEdgeLabels)).toBeUndefined();
});

test('a mismatch colours what is calm, and hides nothing that is worse', () => {
  const target = drawnNode('v');
  const of = (status: GraphEdge['health']['status']) =>
    lookOf(splitEdge({}, { health: { status, reasons: [] } }), target, true).colour;
  expect([of('healthy'), of('unknown'), of('degraded'), of('failing')]).toEqual([
    'mark-warn',
    'mark-warn',
    'mark-warn',
    'mark-fail',
  ]);
});
