import { expect, test, vi } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { problemOf } from '#server/http/problem.ts';
import { failureOfError, Refusal } from '#server/sources/istiod/read-answer.ts';

/** The build's two parts each have their own copy of the module. */
async function errorOfOtherCopy(): Promise<Error> {
  vi.resetModules();
  const other = await import('#server/errors.ts');
  expect(other.ViglaError).not.toBe(ViglaError);
  return new other.ViglaError('source_unreachable', 'Prometheus could not be reached.');
}

test('an error of another copy of the module keeps its code and its words', async () => {
  expect(problemOf(await errorOfOtherCopy())).toMatchObject({
    status: 503,
    code: 'source_unreachable',
    detail: 'Prometheus could not be reached.',
  });
});

test.each([
  ['an error that is not ours', new TypeError('x is undefined')],
  ['one that only looks like ours', Object.assign(new Error('secret'), { code: 'source_failed' })],
  ['no error at all', 'source_failed'],
  ['nothing', null],
])('%s is told as internal, without its words', (_, thrown) => {
  expect(thrown instanceof ViglaError).toBe(false);
  expect(problemOf(thrown)).toMatchObject({
    status: 500,
    code: 'internal',
    detail: expect.stringMatching(/^Something failed inside Vigla/),
  });
});

test('a refusal of istiod is one of ours, and not every one of ours is a refusal', () => {
  const refusal = new Refusal({ code: 'unauthorized', message: 'wants to know who asks.' });
  expect(refusal instanceof ViglaError).toBe(true);
  expect(failureOfError(refusal).code).toBe('unauthorized');
  const other = new ViglaError('source_timeout', 'It took too long.');
  expect(other instanceof Refusal).toBe(false);
  expect(failureOfError(other)).toEqual({ code: 'timeout', class: 'timeout', message: 'It took too long.' });
});
