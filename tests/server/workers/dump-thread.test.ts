import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { DumpThread } from '#server/workers/dump-thread.ts';

/** Answers with the name of each question; `die`, `throw`, `fill` and `hang` are its ends. */
const script = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, name }) => {
    if (name === 'die') process.exit(1);
    if (name === 'throw') throw new Error('no such place');
    if (name === 'hang') for (;;);
    if (name === 'fill') { const all = []; for (;;) all.push(new Array(100_000).fill(Math.random())); }
    parentPort.postMessage({ id, isOk: true, result: name, partCount: 0 });
  });`;

function threadOf(options: { idleMs?: number; limitMs?: number } = {}) {
  const workers: Worker[] = [];
  const thread = new DumpThread({
    startWorker: () => {
      const worker = new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
      workers.push(worker);
      return worker;
    },
    idleMs: options.idleMs ?? 60_000,
    ...(options.limitMs === undefined ? {} : { limitMs: options.limitMs }),
  });
  const ask = (name: string) => thread.ask({ name, inputs: [], parameters: null });
  return { ask, workers };
}

test('questions are answered one after another, in the order in which they came', async () => {
  const { ask, workers } = threadOf();
  const order: unknown[] = [];
  await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => order.push(await ask(name))));
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  expect(workers).toHaveLength(1);
});

test.each([
  ['die', 'internal', 'The thread that reads answers of proxies failed: it ended without a word.'],
  ['throw', 'internal', 'The thread that reads answers of proxies failed: no such place.'],
  ['fill', 'too_large', 'The answer of the proxy is too large to be read.'],
])(
  'a worker that ends at one question (%s) fails that one in words; a new one answers the rest',
  async (...words) => {
    const [end, code, message] = words;
    const { ask, workers } = threadOf();
    const lost = ask(end);
    const next = ask('next');
    await expect(lost).rejects.toMatchObject({ code, message });
    expect(await next).toBe('next');
    expect(workers).toHaveLength(2);
  },
);

test('a question that takes too long costs the worker, and the others go on', async () => {
  const { ask, workers } = threadOf({ limitMs: 300 });
  const slow = ask('hang');
  const next = ask('next');
  await expect(slow).rejects.toMatchObject({ code: 'source_timeout' });
  expect(await next).toBe('next');
  expect(workers).toHaveLength(2);
});

test('more than a hundred do not wait', async () => {
  const { ask } = threadOf({ limitMs: 300 });
  const asked = ['hang', ...Array<string>(101).fill('next')].map((name) =>
    ask(name).catch(({ code }) => code),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === 'source_timeout')).toHaveLength(2);
  expect(answers.filter((answer) => answer === 'next')).toHaveLength(100);
});

test('an idle worker is let go, and a new one starts when there is something to do', async () => {
  const { ask, workers } = threadOf({ idleMs: 1 });
  expect(await ask('first')).toBe('first');
  const [first] = workers;
  if (first === undefined) throw new Error('no worker was started');
  await once(first, 'exit');
  expect(await ask('second')).toBe('second');
  expect(workers).toHaveLength(2);
});
