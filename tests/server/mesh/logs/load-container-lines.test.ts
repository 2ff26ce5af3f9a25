import { expect, test } from 'vitest';
import { loadContainerLines } from '#server/mesh/logs/load-container-lines.ts';
import { shareOfEach } from '#server/mesh/logs/share-of-each.ts';
import type { LogSource } from '#server/sources/interface.ts';
import { logContext, nowMs } from '#tests/support/log-context.ts';

const asked = {
  namespace: 'shop',
  pod: 'cart-1',
  container: 'cart',
  previous: false,
  tail: 100,
  window: { fromMs: nowMs - 60_000, toMs: nowMs, isPast: true },
};

/** Writes until nobody listens. */
const endless: LogSource = {
  async *read(_, signal) {
    while (!signal.aborted) {
      yield [{ atMs: nowMs - 1, text: 'again' }];
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
};

test('a log that cannot be read through in time says what to do', async () => {
  const reading = loadContainerLines(endless, { ...asked, patienceMs: 30 }, logContext({ objects: [] }));
  await expect(reading).rejects.toMatchObject({
    code: 'source_timeout',
    message:
      'The log of container cart of pod cart-1 was not read within 0.03 s. Choose a shorter range, or one that is not so long ago.',
  });
});

test('the read ends when the reader goes', async () => {
  const left = new AbortController();
  const reading = loadContainerLines(endless, asked, logContext({ objects: [], signal: left.signal }));
  left.abort(new Error('gone'));
  await expect(reading).rejects.toThrow('gone');
});

test('only so much text is kept of each container, the newest', async () => {
  const logs: LogSource = {
    async *read() {
      yield ['a', 'b', 'c'].map((sign) => ({ atMs: nowMs - 1, text: sign.repeat(400) }));
    },
  };
  const { lines, isCut } = await loadContainerLines(
    logs,
    { ...asked, mostBytes: 1000 },
    logContext({ objects: [] }),
  );
  expect(lines.map(({ text }) => text[0])).toEqual(['b', 'c']);
  expect(isCut).toBe(true);
});

test('many containers share what an answer can hold', () => {
  expect(shareOfEach(500, 4)).toEqual({ tail: 500, mostBytes: 16_000_000, warning: undefined });
  expect(shareOfEach(10_000, 100)).toEqual({
    tail: 200,
    mostBytes: 640_000,
    warning:
      'Of each of the 100 containers only the newest 200 lines are read, 20,000 in all. Choose containers to see more of them.',
  });
});
