import { expect, test } from 'vitest';
import { reviewedVisibility } from '#server/access/reviewed-visibility.ts';
import type { User } from '#server/access/user.ts';
import { ViglaError } from '#server/errors.ts';
import type { ReviewSource, Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

const recording = createRecording({});
const sam: User = { name: 'sam', groups: ['shop'], isAnonymous: false };
const signal = new AbortController().signal;

/** Reviews by a rule, with how many are under way at most and how many there were. */
function countedReviews(rule: (user: User, namespace: string | undefined) => boolean) {
  const counts = { asked: 0, most: 0, underWay: 0 };
  const reviews: ReviewSource = {
    async mayListPods(user, namespace) {
      counts.asked += 1;
      counts.underWay += 1;
      counts.most = Math.max(counts.most, counts.underWay);
      await new Promise((resolve) => setImmediate(resolve));
      counts.underWay -= 1;
      return rule(user, namespace);
    },
    whoIs: async () => sam,
  };
  return { counts, reviews };
}

function visibilityWith(reviews: ReviewSource | undefined, now: () => number = Date.now) {
  const sources: Sources = { ...recording, ...(reviews === undefined ? {} : { reviews }) };
  return reviewedVisibility({ getSources: () => sources, now });
}

async function namespaceCount(): Promise<number> {
  return (await recording.objects.snapshot()).objects.Namespace.length;
}

test('where there is no cluster to ask, nothing is kept from anybody', async () => {
  expect(await visibilityWith(undefined)(sam, signal)).toEqual({ namespaces: 'all' });
});

test('who may list pods everywhere is asked for once', async () => {
  const { counts, reviews } = countedReviews((_, namespace) => namespace === undefined);
  expect(await visibilityWith(reviews)(sam, signal)).toEqual({ namespaces: 'all' });
  expect(counts.asked).toBe(1);
});

test('others are asked for by namespace, at most 8 at once', async () => {
  const { counts, reviews } = countedReviews(
    (_, namespace) => namespace === 'shop' || namespace === 'legacy',
  );
  const { namespaces } = await visibilityWith(reviews)(sam, signal);
  expect(namespaces).toEqual(new Set(['legacy', 'shop']));
  expect(counts.asked).toBe(1 + (await namespaceCount()));
  expect(counts.most).toBe(8);
});

test('an answer holds for 30 s and for that user alone, and is asked for once by many at a time', async () => {
  let nowMs = 0;
  const { counts, reviews } = countedReviews(({ name }, namespace) => namespace === `of-${name}`);
  const visibilityOf = visibilityWith(reviews, () => nowMs);
  const each = 1 + (await namespaceCount());
  await Promise.all([visibilityOf(sam, signal), visibilityOf(sam, signal), visibilityOf({ ...sam }, signal)]);
  expect(counts.asked).toBe(each);
  nowMs = 29_999;
  await visibilityOf(sam, signal);
  expect(counts.asked).toBe(each);
  // Whoever could make one name look like another with groups would see what that other may see.
  const others: User[] = [
    { ...sam, name: 'sam","shop' },
    { ...sam, groups: [] },
    { ...sam, groups: ['shop', 'legacy'] },
    { ...sam, token: 'x' },
  ];
  for (const other of others) await visibilityOf(other, signal);
  expect(counts.asked).toBe(each * 5);
  nowMs = 30_001;
  await visibilityOf(sam, signal);
  expect(counts.asked).toBe(each * 6);
});

test('a review that fails shows nothing, says why, and is asked again', async () => {
  const away = new ViglaError('source_unreachable', 'The Kubernetes API is away.');
  let isAway = true;
  const { reviews } = countedReviews((_, namespace) => {
    if (isAway && namespace === 'shop') throw away;
    return namespace === 'legacy';
  });
  const visibilityOf = visibilityWith(reviews);
  expect(await visibilityOf(sam, signal)).toEqual({ namespaces: new Set(), failure: away });
  isAway = false;
  expect(await visibilityOf(sam, signal)).toEqual({ namespaces: new Set(['legacy']) });
});

test('a token that is not taken any more is told as such', async () => {
  const { reviews } = countedReviews(() => {
    throw new ViglaError('unauthenticated', 'Sign in again.');
  });
  await expect(visibilityWith(reviews)(sam, signal)).rejects.toMatchObject({ code: 'unauthenticated' });
});
