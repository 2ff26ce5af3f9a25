import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNewer, joinLines } from '#components/logs/follow-buffer.ts';
import { logLine } from '#tests/support/log-line.ts';

function ids(lines: readonly { id: string }[]): string {
  return lines.map(({ id }) => id).join(' ');
}

test('new lines stand behind those that are there', () => {
  const before = [logLine({ id: 'a', atMs: 1 }), logLine({ id: 'b', atMs: 2 })];
  expect(ids(joinLines(before, [logLine({ id: 'c', atMs: 3 })]))).toBe('a b c');
});

test('a line that comes late from another container stands where its time is', () => {
  const before = [logLine({ id: 'a', atMs: 1 }), logLine({ id: 'c', atMs: 3 })];
  expect(ids(joinLines(before, [logLine({ id: 'b', atMs: 2, container: 'istio-proxy' })]))).toBe('a b c');
});

test('a line without a time stays behind the line of its container', () => {
  const before = [logLine({ id: 'a', atMs: 1 })];
  const arrived = [
    logLine({ id: 'a2' }),
    logLine({ id: 'p', atMs: 2, container: 'istio-proxy' }),
    logLine({ id: 'b', atMs: 3 }),
  ];
  expect(ids(joinLines(before, arrived))).toBe('a a2 p b');
});

test('lines that are there already change nothing, so that nothing is drawn anew', () => {
  const before = [logLine({ id: 'a', atMs: 1 })];
  expect(joinLines(before, [logLine({ id: 'a', atMs: 1 })])).toBe(before);
});

test('beyond the bound the oldest go', () => {
  const arrived = ['a', 'b', 'c', 'd'].map((id, index) => logLine({ id, atMs: index }));
  expect(ids(joinLines([], arrived, 2))).toBe('c d');
});

const streams = fc.array(
  fc.record({
    container: fc.constantFrom('reviews', 'istio-proxy'),
    atMs: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
  }),
  { maxLength: 60 },
);

test('whatever arrives and however it is cut: no line twice, none lost, and each container in its own order', () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 1, max: 20 }), (stream, size) => {
      const all = stream.map((one, index) => logLine({ id: String(index), ...one }));
      let shown = joinLines([], []);
      for (let at = 0; at < all.length; at += size) {
        // Who comes back after a lost connection is sent a little again.
        shown = joinLines(shown, all.slice(Math.max(0, at - 3), at + size));
      }
      expect([...shown].map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
        all.map((_, index) => index),
      );
      for (const container of ['reviews', 'istio-proxy']) {
        const own = shown.filter((line) => line.container === container).map(({ id }) => Number(id));
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
    }),
  );
});

test('the bound holds whatever arrives', () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 1, max: 10 }), (stream, most) => {
      const all = stream.map((one, index) => logLine({ id: String(index), ...one }));
      expect(joinLines([], all, most).length).toBe(Math.min(most, all.length));
    }),
  );
});

test.each([
  [['a', 'b', 'c'], ['a', 'b'], 1],
  [['a', 'b'], ['a', 'b'], 0],
  [['b', 'c', 'd'], ['a'], 3],
  [['a'], [], 0],
])('of %j beyond %j, %i are new', (lines, shown, count) => {
  const of = (names: string[]) => names.map((id) => logLine({ id }));
  expect(countNewer(of(lines), of(shown))).toBe(count);
});
