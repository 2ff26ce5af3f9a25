import { limitSettings } from '#server/config/groups/limits.ts';
import { readConfig } from '#server/config.ts';
import type { Sources } from '#server/sources/interface.ts';
import { askRoute, type RouteQuestion } from '#tests/support/leaks/ask-route.ts';
import { judgeAnswer, judgeCall, stackOf, verdictOf } from './judge-answer.ts';
import { type Mutation, mutationOf } from './mutation.ts';
import { emptyTally, note, type Tally } from './tally.ts';

/** The sources of one case, and what they are asked. A case that is refused as a whole throws a ViglaError. */
export type FuzzCase = {
  sources: Sources;
  questions: readonly RouteQuestion[];
  /** What no route asks by itself: it answers, or refuses with a ViglaError. */
  calls?: readonly (() => Promise<unknown>)[];
  close?(): Promise<void>;
};

/** A kind of source whose answers are broken. */
export type FuzzedSource = { openCase(mutation: Mutation): FuzzCase | Promise<FuzzCase> };

/** Longer than this, and a case hangs. */
const caseMs = 240_000;
const processWide: { [key: symbol]: unknown } = globalThis;

/** Nobody asks so often by hand, and what is refused is not tried. */
const withoutLimits = Object.fromEntries(Object.keys(limitSettings).map((name) => [name, '1000000']));

const seed = Number(process.env.VIGLA_FUZZ_SEED ?? 20_261_121);
const manyAnswers = Number(process.env.VIGLA_FUZZ_ANSWERS ?? 10_000);
const onlyCase = process.env.VIGLA_FUZZ_CASE;

/**
 * Cases until 10,000 answers were broken, or a share of them, or the one case that `VIGLA_FUZZ_CASE` names; the same ones for
 * the same `VIGLA_FUZZ_SEED`.
 */
export async function runCases(name: string, source: FuzzedSource, share = 1): Promise<Tally> {
  processWide[Symbol.for('vigla.config')] = readConfig({ VIGLA_MODE: 'demo', ...withoutLimits });
  const tally = emptyTally();
  const unhandled = (reason: unknown) =>
    void tally.failures.push(`unhandled in case ${tally.cases - 1}: ${stackOf(reason)}`);
  process.on('unhandledRejection', unhandled).on('uncaughtExceptionMonitor', unhandled);
  try {
    const isEnough = () => tally.mutated >= manyAnswers * share || tally.failures.length >= 20;
    const first = Number(onlyCase ?? 0);
    for (let index = first; onlyCase === undefined ? !isEnough() : index === first; index++)
      await runCase({ name, source, index, tally });
  } finally {
    process.off('unhandledRejection', unhandled).off('uncaughtExceptionMonitor', unhandled);
  }
  return { ...tally, seed };
}

type Run = { name: string; source: FuzzedSource; index: number; tally: Tally };

async function runCase({ name, source, index, tally }: Run): Promise<void> {
  tally.cases += 1;
  const startedAt = performance.now();
  const limit = new AbortController();
  const hangs = new Promise<'hangs'>((resolve) => {
    const timer = setTimeout(() => resolve('hangs'), caseMs);
    limit.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    const ended = await Promise.race([answersOf({ name, source, index, tally }), hangs]);
    if (ended === 'hangs')
      note(tally, { name, index }, 'the case', { failure: `hangs for ${caseMs / 1000} s` });
  } catch (error) {
    note(tally, { name, index }, 'opening', verdictOf(error));
  } finally {
    limit.abort();
  }
  const polluted = [...Object.getOwnPropertyNames(Object.prototype)].filter((key) => !ownKeys.has(key));
  if (polluted.length > 0)
    note(tally, { name, index }, 'the case', { failure: `pollutes prototypes: ${polluted}` });
  const ms = performance.now() - startedAt;
  if (ms > tally.slowestMs) Object.assign(tally, { slowestMs: ms, slowestCase: index });
}

const ownKeys: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

async function answersOf({ name, source, index, tally }: Run): Promise<void> {
  const mutation = mutationOf(`${seed} ${name} ${index}`, () => {
    tally.mutated += 1;
  });
  const opened = await source.openCase(mutation);
  processWide[Symbol.for('vigla.sources')] = opened.sources;
  try {
    for (const question of opened.questions)
      note(tally, { name, index }, question.address, judgeAnswer(question, await askRoute(question)));
    for (const call of opened.calls ?? []) note(tally, { name, index }, 'a call', await judgeCall(call));
  } finally {
    await opened.close?.();
  }
}
