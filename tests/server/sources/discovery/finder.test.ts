import { expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { createFinder, type Judge } from '#server/sources/discovery/finder.ts';
import type { ServiceRule } from '#server/sources/observed/service-search.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const rules: ServiceRule[] = [{ title: 'Store', name: /^store-/, ports: [1], paths: [''] }];
type Says = 'mesh' | 'plain' | 'slow' | 'wrong' | 'forbidden' | 'never';

const mesh = async () => ({ isOfMesh: true });
const failing = (code: ViglaError['code']) => async () => {
  throw new ViglaError(code, code);
};
const answers: Record<Says, Judge> = {
  mesh,
  plain: async () => ({ isOfMesh: false }),
  slow: failing('source_timeout'),
  wrong: failing('source_failed'),
  forbidden: failing('forbidden'),
  never: (_, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject)),
};

/** A cluster whose Services say what they say by then, and a clock that is set by hand. */
function cluster(says: Record<string, Says>) {
  const clock = { ms: 0 };
  const asked: string[] = [];
  const finder = createFinder({
    rules,
    now: () => clock.ms,
    objects: {
      snapshot: async () =>
        objectsSnapshot(
          Object.keys(says).map((name) => ({
            kind: 'Service' as const,
            name,
            namespace: 'n',
            spec: { ports: [{ port: 1 }] },
          })),
        ),
    },
    judge: (candidate, signal) => {
      asked.push(candidate.service);
      return answers[says[candidate.service] ?? 'wrong'](candidate, signal);
    },
  });
  const look = async () => {
    const { found, passedOver } = await finder.look();
    return [found?.candidate.service, ...passedOver.map(({ candidate }) => candidate.service)];
  };
  return { clock, asked, finder, look, says };
}

test.each<[string, Record<string, Says>, (string | undefined)[]]>([
  ['the first that knows the mesh', { 'store-a': 'mesh', 'store-b': 'mesh' }, ['store-a']],
  [
    'one that knows the mesh before a better one that does not',
    { 'store-a': 'plain', 'store-b': 'mesh' },
    ['store-b'],
  ],
  [
    'the first that answers, where none knows a mesh',
    { 'store-a': 'plain', 'store-b': 'plain' },
    ['store-a'],
  ],
  [
    'what comes behind those that are slow, wrong or not allowed',
    { 'store-a': 'slow', 'store-b': 'wrong', 'store-c': 'forbidden', 'store-d': 'mesh' },
    ['store-d', 'store-a', 'store-b', 'store-c'],
  ],
  ['nothing', { 'store-a': 'wrong' }, [undefined, 'store-a']],
  ['nothing in an empty cluster', {}, [undefined]],
  [
    'a good one, without waiting for what is behind it',
    { 'store-a': 'mesh', 'store-b': 'never' },
    ['store-a'],
  ],
])('%s is found', async (_, says, expected) => {
  expect(await cluster(says).look()).toEqual(expected);
});

test('many questions at once are one look, and it is kept for a minute', async () => {
  const { look, asked, clock } = cluster({ 'store-a': 'mesh' });
  await Promise.all(Array.from({ length: 20 }, look));
  clock.ms = 59_999;
  await look();
  expect(asked).toEqual(['store-a']);
  clock.ms = 60_001;
  await look();
  expect(asked).toEqual(['store-a', 'store-a']);
});

test('having found nothing is kept for seconds alone', async () => {
  const { look, says, clock } = cluster({ 'store-a': 'wrong' });
  expect(await look()).toEqual([undefined, 'store-a']);
  says['store-a'] = 'mesh';
  clock.ms = 5_001;
  expect(await look()).toEqual(['store-a']);
});

test('a place that is doubted is looked for at once, by however many', async () => {
  const { look, says, finder, asked } = cluster({ 'store-a': 'mesh', 'store-b': 'mesh' });
  const { found } = await finder.look();
  says['store-a'] = 'wrong';
  asked.length = 0;
  if (found === undefined) throw new Error('nothing was found');
  finder.doubt(found.candidate);
  expect(await look()).toEqual(['store-b', 'store-a']);
  // Whoever still had the old place says so late.
  finder.doubt(found.candidate);
  await look();
  expect(asked).toEqual(['store-a', 'store-b']);
});

test('one that was good and is slow now is kept; one that was never asked is not waited for', async () => {
  const { look, says, clock } = cluster({ 'store-a': 'mesh', 'store-b': 'mesh' });
  await look();
  says['store-a'] = 'slow';
  clock.ms = 60_001;
  expect(await look()).toEqual(['store-a']);
});
