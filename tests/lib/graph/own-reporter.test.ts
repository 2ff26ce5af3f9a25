import { expect, test } from 'vitest';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import { draftEdge, draftNode } from '#tests/support/graph-draft.ts';

const [client, server] = [draftNode.workload('shop', 'client'), draftNode.workload('shop', 'server')];
const own = (
  requestsPerSecond: number,
  rates: Partial<Record<'source' | 'waypoint' | 'destination', number>>,
) =>
  ownReporter(
    draftEdge(client, server, {
      requestsPerSecond,
      reporters: Object.fromEntries(
        Object.entries(rates).map(([reporter, rate]) => [reporter, { requestsPerSecond: rate }]),
      ),
    }),
  );

test('the caller speaks for an edge, whatever the receiver counted', () => {
  expect(own(10, { source: 10, destination: 12 })).toBe('source');
  expect(own(10, { source: 10, waypoint: 10, destination: 10 })).toBe('source');
});

test('where callers without a proxy make up the edge, the receiver speaks for it', () => {
  expect(own(86, { source: 1, destination: 86 })).toBe('destination');
});

test('where only one side counted, that one speaks', () => {
  expect(own(5, { destination: 5 })).toBe('destination');
  expect(own(5, { waypoint: 5 })).toBe('waypoint');
});
