import { expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { inTurn } from '#server/mesh/proxy/in-turn.ts';

const failing = (error: Error) => () => Promise.reject(error);

test('after a failure the next has its turn; after silence all who waited are told, and who comes later is not', async () => {
  const run = inTurn();
  const broken = run('a', failing(new Error('broken')));
  const after = run('a', async () => 'answered');
  await expect(broken).rejects.toThrow('broken');
  expect(await after).toBe('answered');

  let askedCount = 0;
  const ask = async () => {
    askedCount += 1;
    return 'answered';
  };
  const silent = run('a', failing(new ViglaError('source_timeout', 'The proxy did not answer.')));
  const waiting = [run('a', ask), run('a', ask)];
  const elsewhere = run('b', ask);
  await expect(silent).rejects.toThrow('did not answer');
  for (const one of waiting) await expect(one).rejects.toThrow('did not answer');
  expect(await elsewhere).toBe('answered');
  expect(askedCount).toBe(1);
  expect(await run('a', ask)).toBe('answered');
});
