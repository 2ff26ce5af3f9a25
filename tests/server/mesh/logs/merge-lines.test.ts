import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogLine } from '#lib/contract/logs.ts';
import { mergeLines } from '#server/mesh/logs/merge-lines.ts';
import { lineIds } from '#server/mesh/logs/parse-line.ts';

function line(container: string, text: string, atMs?: number): LogLine {
  return {
    id: text,
    pod: 'cart-1',
    container,
    level: 'info',
    text,
    spans: [],
    ...(atMs === undefined ? {} : { atMs }),
  };
}

test('containers come in one order of time, and lines without a time stay behind their line', () => {
  const app = [line('app', 'a1', 10), line('app', '  at a1'), line('app', 'a2', 30)];
  const proxy = [
    line('proxy', 'p0'),
    line('proxy', 'p1', 10),
    line('proxy', 'p2', 20),
    line('proxy', '  p2 goes on'),
  ];
  expect(mergeLines([app, proxy]).map(({ text }) => text)).toEqual([
    'p0',
    'a1',
    '  at a1',
    'p1',
    'p2',
    '  p2 goes on',
    'a2',
  ]);
});

test('every line is there once, each container in its own order, also where a clock goes back', () => {
  const container = fc.array(fc.option(fc.nat({ max: 50 }), { nil: undefined }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(container, { maxLength: 4 }), (times) => {
      const containers = times.map((own, index) =>
        own.map((atMs, place) => line(`${index}`, `${place}`, atMs)),
      );
      const merged = mergeLines(containers);
      for (const [index, own] of containers.entries())
        expect(merged.filter((one) => one.container === `${index}`)).toEqual(own);
      expect(merged).toHaveLength(containers.flat().length);
    }),
  );
});

test('a line has the same id wherever the window begins, and twins have two', () => {
  const lines = [{ atMs: 1, text: 'a' }, { atMs: 2, text: 'b' }, { atMs: 2, text: 'b' }, { text: 'c' }];
  const origin = { pod: 'cart-1', container: 'app' };
  const all = lines.map(lineIds(origin));
  expect(new Set(all).size).toBe(4);
  expect(lines.slice(1).map(lineIds(origin))).toEqual(all.slice(1));
  expect(lines.map(lineIds({ ...origin, container: 'proxy' }))).not.toContain(all[0]);
});
