import { expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { type Found, fillLimit } from '#server/sources/tracing/fill-limit.ts';

function traceAt(startMs: number) {
  return {
    traceId: String(startMs),
    rootService: 'a',
    rootOperation: '/',
    startMs,
    durationMs: 1,
    spanCount: 1,
    errorSpanCount: 0,
    services: [],
  };
}

/** A store of so many traces, of which every tenth fits. */
function storeOf(total: number, refuseAbove = Number.POSITIVE_INFINITY) {
  const depths: number[] = [];
  const ask = async (depth: number): Promise<Found> => {
    depths.push(depth);
    if (depth > refuseAbove) throw new ViglaError('too_large', 'The answer is too large.');
    const count = Math.min(depth, total);
    const newest = Array.from({ length: count }, (_, index) => traceAt(total - index));
    return { fitting: newest.filter(({ startMs }) => startMs % 10 === 0), count, warnings: [] };
  };
  return { ask, depths };
}

test('a store is asked for more until the limit is filled', async () => {
  const { ask, depths } = storeOf(5000);
  const { traces, isCut, warnings } = await fillLimit(20, ask);
  expect(depths).toEqual([21, 84, 336]);
  expect(traces.map(({ startMs }) => startMs).slice(0, 3)).toEqual([5000, 4990, 4980]);
  expect(traces.length).toBe(20);
  expect(isCut).toBe(true);
  expect(warnings).toEqual([
    'The store cannot filter by all that was asked: 302 of the traces it gave were left out here.',
  ]);
});

test('a store that has no more is not asked again', async () => {
  const { ask, depths } = storeOf(15);
  expect(await fillLimit(20, ask)).toMatchObject({ isCut: false, traces: [{ startMs: 10 }] });
  expect(depths).toEqual([21]);
});

test('after three questions it is enough, and how far was looked is said', async () => {
  const { ask, depths } = storeOf(5000);
  const { traces, isCut, warnings } = await fillLimit(100, ask);
  expect(depths).toEqual([101, 404, 1616]);
  expect(traces.length).toBe(100);
  expect([isCut, warnings.length]).toEqual([true, 1]);

  const { warnings: short } = await fillLimit(300, storeOf(50_000).ask);
  expect(short[0]).toContain('Only the newest 2000 were looked at');
});

test('a store that refuses the deeper question keeps what it gave before', async () => {
  const { ask, depths } = storeOf(5000, 100);
  const { traces, warnings } = await fillLimit(20, ask);
  expect(depths).toEqual([21, 84, 336]);
  expect(traces.length).toBe(9);
  expect(warnings[0]).toContain('Only the newest 84 were looked at');
});

test('a store that refuses the first question is told from one that has nothing', async () => {
  await expect(fillLimit(20, storeOf(5000, 1).ask)).rejects.toMatchObject({ code: 'too_large' });
});
