import { expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { PodQueue } from '#server/sources/envoy/pod-queue.ts';

/** Work that is under way until it is told to end. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { isRunning: false, resolve, reject };
  const run = () => {
    state.isRunning = true;
    return promise;
  };
  return Object.assign(run, { state });
}

const { signal } = new AbortController();
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('a pod is asked one thing at a time, in the order of the questions, and others meanwhile', async () => {
  const queue = new PodQueue({ mostPods: 8, mostWaiting: 5 });
  const [first, second, other] = [work(), work(), work()];
  const answers = [
    queue.run('a', signal, first),
    queue.run('a', signal, second),
    queue.run('b', signal, other),
  ];
  await soon();
  expect([first, second, other].map(({ state }) => state.isRunning)).toEqual([true, false, true]);
  first.state.resolve('1');
  await soon();
  expect(second.state.isRunning).toBe(true);
  second.state.resolve('2');
  other.state.resolve('3');
  expect(await Promise.all(answers)).toEqual(['1', '2', '3']);
});

test('only so many pods are asked at once', async () => {
  const queue = new PodQueue({ mostPods: 2, mostWaiting: 5 });
  const works = ['a', 'b', 'c'].map((pod) => {
    const one = work();
    return { one, answer: queue.run(pod, signal, one) };
  });
  await soon();
  expect(works.map(({ one }) => one.state.isRunning)).toEqual([true, true, false]);
  works[0]?.one.state.resolve('done');
  await soon();
  expect(works.map(({ one }) => one.state.isRunning)).toEqual([true, true, true]);
  for (const { one } of works) one.state.resolve('done');
  await Promise.all(works.map(({ answer }) => answer));
});

test('a failure and a question that was given up free the place', async () => {
  const queue = new PodQueue({ mostPods: 1, mostWaiting: 5 });
  const [failing, last] = [work(), work()];
  const controller = new AbortController();
  const failed = queue.run('a', signal, failing);
  const givenUp = queue.run('a', controller.signal, work());
  const answer = queue.run('a', signal, last);
  controller.abort(new Error('given up'));
  await expect(givenUp).rejects.toThrow('given up');
  failing.state.reject(new Error('broken'));
  await expect(failed).rejects.toThrow('broken');
  last.state.resolve('3');
  expect(await answer).toBe('3');
});

test('too many questions for one pod are refused, until it has answered', async () => {
  const queue = new PodQueue({ mostPods: 8, mostWaiting: 2 });
  const running = work();
  const answers = [running, running, running].map((one) => queue.run('shop/a', signal, one));
  await expect(queue.run('shop/a', signal, work())).rejects.toMatchObject({
    code: 'source_failed',
    message: '2 questions wait for the proxy of pod shop/a already. Ask again when it has answered them.',
  });
  running.state.resolve('done');
  await Promise.all(answers);
  expect(await queue.run('shop/a', signal, running)).toBe('done');
});

test('behind a question that was not answered in time nobody waits for a limit of his own, and the next is asked', async () => {
  const queue = new PodQueue({ mostPods: 8, mostWaiting: 5 });
  const [silent, second, third, other, next] = [work(), work(), work(), work(), work()];
  const answers = [silent, second, third].map((one) => queue.run('a', signal, one));
  const elsewhere = queue.run('b', signal, other);
  await soon();
  silent.state.reject(new ViglaError('source_timeout', 'The proxy did not answer.'));
  const outcomes = await Promise.allSettled(answers);
  expect(outcomes.map((one) => one.status === 'rejected' && one.reason.message)).toEqual(
    Array.from({ length: 3 }, () => 'The proxy did not answer.'),
  );
  expect([second, third].map(({ state }) => state.isRunning)).toEqual([false, false]);
  other.state.resolve('elsewhere');
  expect(await elsewhere).toBe('elsewhere');
  next.state.resolve('back');
  expect(await queue.run('a', signal, next)).toBe('back');
});
