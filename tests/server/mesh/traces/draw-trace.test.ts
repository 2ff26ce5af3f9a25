import { describe, expect, test } from 'vitest';
import type { Span } from '#lib/contract/traces.ts';
import { drawTrace, mostSpansDrawn } from '#server/mesh/traces/draw-trace.ts';
import { proxyTags, span, spanIdOf, traceStartMs } from '#tests/support/spans.ts';

function drawn(spans: readonly Span[]) {
  const drawing = drawTrace(spans);
  if (drawing === undefined) throw new Error('nothing was drawn');
  return drawing;
}

/** `1`, ` 2` for its child: the order and the depth. */
function outline(spans: readonly Span[]): string[] {
  return drawn(spans).spans.map(({ node, depth }) => ' '.repeat(depth) + Number(node.span.spanId));
}

function oddCodes(spans: readonly Span[]): Record<string, string[]> {
  return Object.fromEntries(
    drawn(spans)
      .spans.filter(({ node }) => node.oddities.length > 0)
      .map(({ node }) => [Number(node.span.spanId), node.oddities.map(({ code }) => code)]),
  );
}

describe('the order of a waterfall', () => {
  test('is depth first, children by start, in whatever order the store gave them', () => {
    const spans = [
      span({ id: 4, parent: 2, from: 3, to: 4 }),
      span({ id: 3, parent: 1, from: 5, to: 9 }),
      span({ id: 1, from: 0, to: 10 }),
      span({ id: 2, parent: 1, from: 1, to: 5 }),
    ];
    expect(outline(spans)).toEqual(['1', ' 2', '  4', ' 3']);
  });

  test('has a root for a span whose parent the store does not have, and says so', () => {
    const spans = [span({ id: 1, from: 0, to: 10 }), span({ id: 2, parent: 77, from: 2, to: 3 })];
    expect(outline(spans)).toEqual(['1', '2']);
    expect(oddCodes(spans)).toEqual({ 2: ['missingParent'] });
    expect(drawn(spans).remarks).toEqual([
      {
        code: 'missingParent',
        text: 'The store does not have the parent of 1 span, so the trace is not whole.',
      },
    ]);
  });

  test('opens a circle of parents at its earliest span', () => {
    const spans = [
      span({ id: 1, parent: 3, from: 5, to: 6 }),
      span({ id: 2, parent: 1, from: 1, to: 9 }),
      span({ id: 3, parent: 2, from: 2, to: 8 }),
      span({ id: 4, parent: 3, from: 3, to: 4 }),
    ];
    expect(outline(spans)).toEqual(['2', ' 3', '  4', '  1']);
    expect(oddCodes(spans)).toEqual({ 2: ['cycle'] });
  });

  test('takes a span that is its own parent as a root', () => {
    const spans = [span({ id: 1, parent: 1, from: 0, to: 5 })];
    expect(outline(spans)).toEqual(['1']);
    expect(oddCodes(spans)).toEqual({ 1: ['cycle'] });
  });

  test("draws a receiver that shares its caller's id below it, and the receiver's calls below that", () => {
    const spans = [
      span({ id: 1, kind: 'client', service: 'web.shop', from: 0, to: 10 }),
      span({ id: 1, kind: 'server', service: 'cart.shop', from: 1, to: 9 }),
      span({ id: 2, parent: 1, kind: 'client', service: 'cart.shop', from: 2, to: 3 }),
    ];
    expect(drawn(spans).spans.map(({ node, depth }) => [node.span.service, node.span.kind, depth])).toEqual([
      ['web.shop', 'client', 0],
      ['cart.shop', 'server', 1],
      ['cart.shop', 'client', 2],
    ]);
    expect(drawn(spans).spans[1]?.node.oddities[0]?.code).toBe('duplicateId');
  });

  test('keeps different spans of one id, and notes each', () => {
    const spans = [
      span({ id: 1, from: 0, to: 10 }),
      span({ id: 2, parent: 1, from: 1, to: 2 }),
      span({ id: 2, parent: 1, from: 5, to: 6 }),
    ];
    expect(outline(spans)).toEqual(['1', ' 2', ' 2']);
    expect(drawn(spans).remarks[0]?.text).toBe("The id of 2 spans is another span's as well.");
  });

  test('leaves out exact copies, as a store with replicas gives them', () => {
    const one = span({ id: 1, from: 0, to: 10 });
    expect(outline([one, { ...one }])).toEqual(['1']);
    expect(drawn([one, { ...one }]).remarks).toEqual([
      { code: 'copies', text: '1 exact copy of spans left out.' },
    ]);
  });
});

describe('times of a span', () => {
  test('its own time is what no child was at work in, children side by side counting once', () => {
    const { spans } = drawn([
      span({ id: 1, from: 0, to: 10 }),
      span({ id: 2, parent: 1, from: 2, to: 5 }),
      span({ id: 3, parent: 1, from: 4, to: 6 }),
      span({ id: 4, parent: 1, from: 9, to: 12 }),
    ]);
    expect(spans[0]?.selfMs).toBeCloseTo(5);
  });

  test('the critical path runs through the child that ended last, and through what ended before it began', () => {
    const { spans } = drawn([
      span({ id: 1, from: 0, to: 10 }),
      span({ id: 2, parent: 1, from: 1, to: 4 }),
      span({ id: 3, parent: 1, from: 2, to: 3 }),
      span({ id: 4, parent: 1, from: 5, to: 9 }),
    ]);
    const critical = Object.fromEntries(
      spans.map((one) => [
        Number(one.node.span.spanId),
        one.critical.map((part) => part.map((ms) => ms - traceStartMs)),
      ]),
    );
    expect(critical).toEqual({
      1: [
        [0, 1],
        [4, 5],
        [9, 10],
      ],
      2: [[1, 4]],
      3: [],
      4: [[5, 9]],
    });
  });

  test('a span without length is no part of it', () => {
    const { spans } = drawn([span({ id: 1, from: 0, to: 10 }), span({ id: 2, parent: 1, from: 4, to: 4 })]);
    expect(spans.map(({ critical }) => critical.length)).toEqual([1, 0]);
  });
});

describe('clocks that disagree', () => {
  const caller = {
    kind: 'client',
    service: 'web.shop',
    attributes: proxyTags('web-1', { ip: '10.0.0.1' }),
  } as const;
  const receiver = {
    kind: 'server',
    service: 'cart.shop',
    attributes: proxyTags('cart-1', { ip: '10.0.0.2' }),
  } as const;

  test("are set right where a receiver's span begins before its caller's, for all spans of that clock", () => {
    const { spans, remarks, summary } = drawn([
      span({ id: 1, from: 0, to: 100, ...caller }),
      span({ id: 2, parent: 1, from: -50, to: 10, ...receiver }),
      span({ id: 3, parent: 2, from: -40, to: 0, ...receiver, kind: 'internal' }),
    ]);
    expect(spans.map(({ skewMs }) => skewMs)).toEqual([0, 70, 70]);
    expect(spans[1]?.node.oddities).toEqual([
      {
        code: 'clockSkew',
        text: "By its own clock it lies outside its caller's span. It is drawn 70\u00a0ms later than that clock says.",
      },
    ]);
    expect(remarks.map(({ code }) => code)).toEqual(['clockSkew']);
    expect(summary.durationMs).toBe(100);
  });

  test('are believed where a receiver ends a little after its caller, as proxies do', () => {
    const { spans } = drawn([
      span({ id: 1, from: 0, to: 10, ...caller }),
      span({ id: 2, parent: 1, from: 0.2, to: 10.4, ...receiver }),
    ]);
    expect(spans.map(({ skewMs }) => skewMs)).toEqual([0, 0]);
  });

  test('are believed where the caller gave up before the receiver was done', () => {
    const gaveUp = { ...caller, isError: true, attributes: { ...caller.attributes, response_flags: 'UT' } };
    const { spans } = drawn([
      span({ id: 1, from: 0, to: 100, ...gaveUp }),
      span({ id: 2, parent: 1, from: 1, to: 900, ...receiver }),
    ]);
    expect(spans.map(({ skewMs }) => skewMs)).toEqual([0, 0]);
  });

  test('are set against each other along a chain of calls', () => {
    const third = {
      kind: 'server',
      service: 'db.shop',
      attributes: proxyTags('db-1', { ip: '10.0.0.3' }),
    } as const;
    const { spans } = drawn([
      span({ id: 1, from: 0, to: 100, ...caller }),
      span({ id: 2, parent: 1, from: 1000, to: 1100, ...receiver }),
      span({ id: 3, parent: 2, from: 1010, to: 1090, ...receiver, kind: 'client' }),
      span({ id: 4, parent: 3, from: 510, to: 590, ...third }),
    ]);
    expect(spans.map(({ skewMs }) => skewMs)).toEqual([0, -1000, -1000, -500]);
  });
});

test('a trace of 50,000 spans in one chain is drawn with a few seconds of work, cut to what a screen can hold', () => {
  const spans = Array.from({ length: 50_000 }, (_, index) =>
    span({
      id: index + 1,
      ...(index === 0 ? {} : { parent: index }),
      from: index / 1000,
      to: 100 - index / 1000,
    }),
  );
  const before = process.cpuUsage();
  const { spans: kept, summary, remarks } = drawn(spans);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
  expect(summary.spanCount).toBe(50_000);
  expect(kept.length).toBe(mostSpansDrawn);
  expect(kept.at(-1)?.node.span.spanId).toBe(spanIdOf(mostSpansDrawn));
  expect(remarks).toEqual([
    {
      code: 'cut',
      text: 'The trace has 50,000 spans. The 10,000 nearest to its beginning are shown; what lies deeper counts in the figures, but is not drawn.',
    },
  ]);
});

test.each<[string, (index: number) => { id: number; parent?: number }]>([
  ['all children of one span', (index) => ({ id: index + 1, ...(index === 0 ? {} : { parent: 1 }) })],
  ['all with the same id, each its own parent', () => ({ id: 1, parent: 1 })],
  ['in one circle', (index) => ({ id: index + 1, parent: index === 0 ? 50_000 : index })],
])('50,000 spans %s cost no more than that', (_what, links) => {
  const spans = Array.from({ length: 50_000 }, (_, index) =>
    span({ ...links(index), from: index / 1000, to: 60 + index / 1000 }),
  );
  const before = process.cpuUsage();
  expect(drawn(spans).summary.spanCount).toBe(50_000);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});

test('no spans are no trace', () => {
  expect(drawTrace([])).toBeUndefined();
});
