import { coalesce } from '#server/coalesce.ts';
import { ViglaError } from '#server/errors.ts';
import type { ObjectSource } from '#server/sources/interface.ts';
import type { Judgement, ServiceRule } from '#server/sources/observed/service-search.ts';
import { addressOf, type Look, type PassedOver } from './look.ts';
import { type Candidate, rankCandidates } from './rank-candidates.ts';

/** Asks a candidate a real question: whether it has what Istio's proxies tell. Throws where it is nothing of the kind. */
export type Judge = (candidate: Candidate, signal: AbortSignal) => Promise<Judgement>;

type FinderOptions = {
  rules: readonly ServiceRule[];
  judge: Judge;
  objects: Pick<ObjectSource, 'snapshot'>;
  now: () => number;
};

export type Finder = {
  /** What is found, kept for a while. */
  look(signal?: AbortSignal): Promise<Look>;
  /** A place that did not answer any more is looked for anew with the next question. */
  doubt(candidate: Candidate): void;
  /** Where the last look ended. */
  latest(): Look | undefined;
};

/** A store that is found is looked at again now and then: a better one may have come, or another Service in its place. */
const foundForMs = 60_000;
const foundWithoutMeshForMs = 30_000;
const missingForMs = 5_000;

/** Looks for a source among the Services of the cluster, and again when it goes away. */
export function createFinder({ rules, judge, objects, now }: FinderOptions): Finder {
  let doubts = 0;
  let latest: Look | undefined;
  const looks = coalesce<Look>({
    lifetimeMs: ({ found }) => {
      if (found === undefined) return missingForMs;
      return found.isOfMesh ? foundForMs : foundWithoutMeshForMs;
    },
    maximumSize: 1,
    sizeOf: () => 1,
    now,
  });

  async function lookAround(signal: AbortSignal): Promise<Look> {
    const snapshot = await objects.snapshot(signal);
    const { rootNamespace } = snapshot;
    const unread = snapshot.unread.find(({ kind }) => kind === 'Service')?.reason;
    const candidates = rankCandidates(rules, { services: snapshot.objects.Service, rootNamespace });
    const enough = new AbortController();
    const within = AbortSignal.any([signal, enough.signal]);
    const asked = candidates.map((candidate) => ({ candidate, answer: judged(judge(candidate, within)) }));
    try {
      latest = { ...(await pick(asked, latest)), ...(unread !== undefined && { unread }) };
      return latest;
    } finally {
      enough.abort();
    }
  }

  return {
    look: (signal) => looks.get(String(doubts), lookAround, signal),
    doubt(candidate) {
      if (latest?.found !== undefined && isSame(latest.found.candidate, candidate)) doubts += 1;
    },
    latest: () => latest,
  };
}

type Judged = Judgement | { error: unknown };

/** All are asked at once; what is not awaited in the end must not fail unheard. */
function judged(answer: Promise<Judgement>): Promise<Judged> {
  return answer.catch((error: unknown) => ({ error }));
}

/** The first that is of the mesh, else the first that answers; later ones are not awaited. */
async function pick(
  asked: readonly { candidate: Candidate; answer: Promise<Judged> }[],
  before: Look | undefined,
): Promise<Look> {
  const passedOver: PassedOver[] = [];
  let found: Look['found'];
  for (const { candidate, answer } of asked) {
    const verdict = await answer;
    if ('error' in verdict) {
      // Too busy to answer in time is no reason to leave what was good a minute ago.
      if (isSlow(verdict.error) && before?.found !== undefined && isSame(before.found.candidate, candidate))
        return { found: before.found, passedOver };
      passedOver.push({ candidate, error: verdict.error });
    } else if (verdict.isOfMesh) return { found: { candidate, isOfMesh: true }, passedOver };
    else found ??= { candidate, isOfMesh: false };
  }
  return { ...(found !== undefined && { found }), passedOver };
}

function isSlow(error: unknown): boolean {
  return error instanceof ViglaError && error.code === 'source_timeout';
}

function isSame(one: Candidate, other: Candidate): boolean {
  return addressOf(one) === addressOf(other);
}
