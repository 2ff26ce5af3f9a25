import { expect, test } from 'vitest';
import { createAttemptLimit } from '#server/access/sign-in/attempt-limit.ts';

function taken(
  limit: ReturnType<typeof createAttemptLimit>,
  tries: number,
  client: (index: number) => string,
) {
  const results = Array.from({ length: tries }, (_, index) =>
    limit.take({ peer: '10.0.0.1', client: client(index) }),
  );
  return results.filter((result) => result !== undefined);
}

test('ten tries a minute from one client, then none until the minute is over', () => {
  let nowMs = 0;
  const limit = createAttemptLimit(() => nowMs);
  expect(taken(limit, 30, () => 'a')).toHaveLength(10);
  expect(taken(limit, 1, () => 'b')).toHaveLength(1);
  nowMs = 59_999;
  expect(taken(limit, 1, () => 'a')).toHaveLength(0);
  nowMs = 60_000;
  expect(taken(limit, 30, () => 'a')).toHaveLength(10);
});

test('a client that calls itself by a new name each time has a hundred', () => {
  const limit = createAttemptLimit(() => 0);
  expect(taken(limit, 1000, (index) => `made up ${index}`)).toHaveLength(100);
});

test('what succeeds does not count', () => {
  const limit = createAttemptLimit(() => 0);
  for (let index = 0; index < 50; index++) limit.take({ peer: '10.0.0.1', client: 'a' })?.();
  expect(taken(limit, 30, () => 'a')).toHaveLength(10);
});
