import { describe, expect, test } from 'vitest';
import { loadObservations } from '#server/mesh/canary/observed/load-observations.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import { historyContext, lastSlices } from '#tests/support/counter-history.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { counter, reviews, v1 } from '#tests/support/observed-counters.ts';
import { serviceSplit } from '#tests/support/service-split.ts';
import { workload } from '#tests/support/telemetry.ts';

test('hundreds of splits are few questions, each of a sane length', async () => {
  const splits = Array.from({ length: 300 }, (_, index) =>
    serviceSplit(`shop/service-${index}`, {
      v1: { workloads: [`service-${index}-v1`] },
      v2: { workloads: [`service-${index}-v2`] },
    }),
  );
  const histories = splits.map((_, index) =>
    counter(workload(`shop/service-${index}-v1`), [0, 0, 0, 0, index + 1], {
      service: `shop/service-${index}`,
    }),
  );
  const context = historyContext(histories);
  const { bySplit } = await loadObservations(splits, lastSlices(3), context);
  const lengths = context.asked.map((query) => toPromQL(query).length);
  console.log(
    `${splits.length} splits in ${lengths.length} questions of at most ${Math.max(...lengths)} characters`,
  );
  expect(context.asked.length).toBeLessThan(15);
  expect(Math.max(...lengths)).toBeLessThan(30_000);
  const counts = splits.map((split) => bySplit.get(split)?.sources[0]?.requests.at(-1));
  expect(counts).toEqual(splits.map((_, index) => [index + 1, 0]));
});

test('two rules on one host see the same requests', async () => {
  const second = { ...reviews, route: '1', path: 'spec.http[1]' };
  const context = historyContext([counter(v1, [1, 1, 1, 1, 3])]);
  const { bySplit } = await loadObservations([reviews, second], lastSlices(3), context);
  expect(context.asked).toHaveLength(1);
  expect([reviews, second].map((split) => bySplit.get(split)?.sources[0]?.requests.at(-1))).toEqual([
    [2, 0],
    [2, 0],
  ]);
});

test('no split asks nothing', async () => {
  const context = historyContext([]);
  const { bySplit, warnings } = await loadObservations([], lastSlices(3), context);
  expect([bySplit.size, warnings, context.asked]).toEqual([0, [], []]);
});

describe('a store that fails', () => {
  const refused = new Error('The store is full.');

  test('for all observes none, and says so once', async () => {
    const tcp: Split = { ...reviews, protocol: 'tcp' };
    const context = graphContext({ queryRange: () => Promise.reject(refused) });
    expect(await loadObservations([reviews, tcp], lastSlices(3), context)).toEqual({
      bySplit: new Map(),
      failures: new Map([
        [reviews, refused],
        [tcp, refused],
      ]),
      warnings: [
        {
          code: 'metrics_missing',
          source: 'prometheus',
          message: 'Requests of splits could not be counted: The store is full.',
        },
      ],
    });
  });

  test('of one that went away is not told', async () => {
    const gone = new AbortController();
    const context = graphContext({ queryRange: () => Promise.reject(refused) });
    gone.abort(new Error('The page was closed.'));
    const asked = loadObservations([reviews], lastSlices(3), { ...context, signal: gone.signal });
    await expect(asked).rejects.toThrow('The page was closed.');
  });

  test('for some leaves the others, and says so', async () => {
    const tcp: Split = { ...reviews, protocol: 'tcp' };
    const answering = historyContext([counter(v1, [1, 1, 1, 1, 3])]);
    const context = graphContext({
      queryRange: (query, range, signal) =>
        query.fn === 'sum' && query.selector.metric.startsWith('istio_tcp')
          ? Promise.reject(refused)
          : answering.sources.metrics.queryRange(query, range, signal),
    });
    const observed = await loadObservations([reviews, tcp], lastSlices(3), context);
    const { bySplit, failures, warnings } = observed;
    expect(bySplit.get(reviews)?.sources).toHaveLength(1);
    expect(bySplit.has(tcp)).toBe(false);
    expect(failures.get(tcp)).toBe(refused);
    expect(warnings).toEqual([
      {
        code: 'metrics_missing',
        source: 'prometheus',
        message: "Some splits' requests could not be counted: The store is full.",
      },
    ]);
  });

  test('in part is told', async () => {
    const context = graphContext({
      queryRange: async () => ({ rows: [], warnings: ['one block is missing'] }),
    });
    const { warnings } = await loadObservations([reviews], lastSlices(3), context);
    expect(warnings).toEqual([
      {
        code: 'metrics_incomplete',
        source: 'prometheus',
        message: 'Counters of splits: one block is missing',
      },
    ]);
  });
});
