import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#lib/contract/envelope.ts';
import type { Sources } from '#server/sources/interface.ts';
import { plantedBefore } from '#tests/support/compare/planted-before.ts';
import { opened } from '#tests/support/demo-snapshot.ts';
import { allQuestions, unlistedRoutes } from '#tests/support/leaks/all-questions.ts';
import { askRoute, type RouteAnswer, type RouteQuestion } from '#tests/support/leaks/ask-route.ts';
import { exemptionFor, exemptions } from '#tests/support/leaks/exempt-fields.ts';
import { documentsIn, findLeaks } from '#tests/support/leaks/find-leaks.ts';
import { type HiddenNames, hiddenNames } from '#tests/support/leaks/hidden-names.ts';
import { foreignPlace, ownPlaces } from '#tests/support/leaks/places.ts';
import { startRestrictedMesh } from '#tests/support/leaks/restricted-mesh.ts';

const processWide: { [key: symbol]: unknown } = globalThis;
const keys = [Symbol.for('vigla.sources'), Symbol.for('vigla.access'), Symbol.for('vigla.before')] as const;
const walkMs = 600_000;
let mesh: Awaited<ReturnType<typeof startRestrictedMesh>>;
let hidden: HiddenNames;

beforeAll(async () => {
  mesh = await startRestrictedMesh('shop');
  processWide[keys[0]] = mesh.sources;
  processWide[keys[1]] = mesh.access;
  const before = await earlierSnapshot();
  processWide[keys[2]] = before;
  const [earlier, later] = [await before.objects.snapshot(), await mesh.sources.objects.snapshot()].map(
    (objects) => hiddenNames(objects, 'shop'),
  );
  hidden = {
    telling: new Set([...(earlier?.telling ?? []), ...(later?.telling ?? [])]),
    namespaces: new Set([...(earlier?.namespaces ?? []), ...(later?.namespaces ?? [])]),
    common: new Set([...(earlier?.common ?? []), ...(later?.common ?? [])]),
  };
}, walkMs);
afterAll(async () => {
  for (const key of keys) processWide[key] = undefined;
  await mesh.stop();
});

/** The mesh as an administrator saved it, with changes in every namespace. */
async function earlierSnapshot(): Promise<Sources> {
  const pods = [...ownPlaces, foreignPlace].map(({ namespace, pod }) => `${namespace}/${pod}`);
  const address = `/api/snapshot?range=15m&logs=none&proxies=${pods.join(',')}`;
  const { text } = await askRoute({ route: '/api/snapshot', address, token: 'admin' });
  return opened(plantedBefore(gzipSync(text)));
}

type Walked = { question: RouteQuestion; answer: RouteAnswer };

async function walk(questions: readonly RouteQuestion[], token: string | undefined): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const question of questions) walked.push({ question, answer: await askRoute({ ...question, token }) });
  return walked;
}

const noneExempt = () => false;

/** Hidden names in an answer and its headers. Nothing is exempt in the words of an error. */
function leaksIn({ question, answer }: Walked, isExempt = exemptionFor(question.route)) {
  const exempt = answer.status === 200 ? isExempt : noneExempt;
  return [answer.headers, ...documentsIn(answer.text)]
    .flatMap((document) => findLeaks(document, hidden, exempt))
    .map((leak) => ({ address: answer.address, ...leak }));
}

test('every route of the contract is walked', () => {
  expect(unlistedRoutes()).toEqual([]);
});

test(
  'nothing of other namespaces is in any answer to a user of one, whatever others asked before',
  async () => {
    const questions = ownPlaces.flatMap(allQuestions);
    const administrators = await walk(questions, 'admin');
    const telling = administrators.filter((walked) => leaksIn(walked, noneExempt).length > 0);
    const users = await walk(questions, 'sam-token');
    const leaks = users.flatMap((walked) => leaksIn(walked));
    const exemptCount = users.flatMap((walked) => leaksIn(walked, noneExempt)).length - leaks.length;
    const answered = users.filter(({ answer }) => answer.status === 200);
    console.log(
      `${new Set(questions.map(({ route }) => route)).size} routes walked, ${users.length} answers searched ` +
        `(${answered.length} of them 200), ${leaks.length} leaks; ${exemptCount} names in ${exemptions.length} kinds ` +
        `of exempt fields; ${telling.length} answers to an administrator hold such names`,
    );
    expect(leaks).toEqual([]);
    expect(telling.length).toBeGreaterThan(150);
    expect(answered.length).toBeGreaterThan(250);
  },
  walkMs,
);

/** An answer without what differs from one moment to the next. */
function settled({ status, text }: RouteAnswer): string {
  return `${status} ${text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')}`;
}

test(
  'what is in another namespace is answered in the words for what is nowhere',
  async () => {
    const { trace, namespace } = foreignPlace;
    const nirvana = { ...trace, id: trace.id.replace(/.{4}$/, 'eeee') };
    const there = await walk(allQuestions(foreignPlace), 'sam-token');
    const nowhere = await walk(
      allQuestions({ ...foreignPlace, namespace: 'nirvana', trace: nirvana }),
      'sam-token',
    );
    const answers = there.map(({ answer }, index) => ({
      address: answer.address,
      there: settled(answer),
      nowhere: settled(nowhere[index]?.answer ?? { ...answer, status: 0 })
        .replaceAll('nirvana', namespace)
        .replaceAll(nirvana.id, trace.id),
    }));
    const differing = answers.filter((one) => one.there !== one.nowhere);
    const refused = there.filter(({ answer }) => answer.status === 400 || answer.status === 404);
    console.log(
      `${there.length} addresses of another namespace (${refused.length} refused), ${differing.length} answered ` +
        'otherwise than those of a namespace that does not exist',
    );
    expect(differing.map(({ address }) => address)).toEqual([]);
    expect(refused.length).toBeGreaterThan(50);
  },
  walkMs,
);

test(
  'whoever may list no pods sees no names at all, and whose rights cannot be asked for neither',
  async () => {
    const [place = foreignPlace] = ownPlaces;
    const strangers = await walk(allQuestions(place), 'nobody-token');
    const own = /^\/api\/dumps\//;
    const seen = strangers.filter(({ question }) => !own.test(question.route));
    expect(seen.flatMap((walked) => leaksIn(walked, noneExempt))).toEqual([]);

    mesh.setReviews(false);
    const unknown = await walk(allQuestions(place), 'other-token');
    mesh.setReviews(true);
    const unread = unknown.filter(({ question }) => !own.test(question.route));
    expect(unread.flatMap((walked) => leaksIn(walked, noneExempt))).toEqual([]);
    const why = unread.filter(({ answer }) => answer.text.includes('could not say what you may see'));
    const byStatus = Map.groupBy(unread, ({ answer }) => answer.status);
    console.log(
      `without an answer about rights: ${[...byStatus].map(([status, ones]) => `${ones.length} × ${status}`).join(', ')}; ` +
        `${why.length} of ${unread.length} say why`,
    );
    expect(why.length).toBeGreaterThan(80);
  },
  walkMs,
);

test('nobody gets an answer without signing in', async () => {
  const [place = foreignPlace] = ownPlaces;
  for (const { answer } of await walk(allQuestions(place), undefined)) {
    expect([answer.address, answer.status]).toEqual([answer.address, 401]);
    expect(problemSchema.parse(JSON.parse(answer.text)).code).toBe('unauthenticated');
  }
});
