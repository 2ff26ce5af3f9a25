import { expect, test, vi } from 'vitest';
import { createQueryClient } from '#components/ui/scope/query-client.ts';
import { ApiError } from '#lib/api-client.ts';

function refusal(status: number, code: string): ApiError {
  return new ApiError({ status, code, title: 'No', detail: 'because' });
}

test.each<[string, Error, asked: number]>([
  ['a source that took too long', refusal(504, 'source_timeout'), 1],
  ['a source that does not answer', refusal(503, 'source_unreachable'), 2],
  ['a server that cannot be reached', refusal(0, 'unreachable'), 2],
  ['who asked too often', refusal(429, 'too_many_requests'), 1],
  ['a wrong parameter', refusal(400, 'bad_parameter'), 1],
  ['a mistake of the page', new TypeError('x is undefined'), 1],
])('%s', async (_, error, asked) => {
  vi.useFakeTimers();
  const queryFn = vi.fn(() => Promise.reject(error));
  const answer = createQueryClient().fetchQuery({ queryKey: [error.message], queryFn, ...retriesOfPages() });
  const failed = expect(answer).rejects.toBe(error);
  await vi.advanceTimersByTimeAsync(2_000);
  await failed;
  expect(queryFn).toHaveBeenCalledTimes(asked);
  vi.useRealTimers();
});

/** A query that is fetched by hand is not tried again unless it says so. */
function retriesOfPages() {
  const { retry, retryDelay } = createQueryClient().getDefaultOptions().queries ?? {};
  if (retry === undefined || retryDelay === undefined) throw new Error('pages have no rule of their own');
  return { retry, retryDelay };
}
