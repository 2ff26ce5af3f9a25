import type { CanaryQuery } from '#lib/contract/canary-query.ts';
import type { Warning } from '#lib/contract/envelope.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { findSplit } from './configured/find-split.ts';
import { splitsOf } from './configured/splits-of.ts';
import type { SplitAnswer } from './judged-answer.ts';
import { loadJudgedSplits } from './load-judged-splits.ts';
import type { Split } from './split.ts';
import { unreadRoutes } from './unread-routes.ts';

/** One split: as it is configured now, and as it was judged, by the weights of its window. */
export type SplitFound<Answer extends SplitAnswer = SplitAnswer> = {
  present: Split;
  answer: Answer;
  snapshot: ObjectsSnapshot;
  warnings: Warning[];
};

/**
 * The split that is asked for, judged where its requests could be counted.
 * @throws ViglaError `not_found` that names the rules of the object that are splits
 */
export async function loadSplitAnswer(
  { range, at, ...asked }: CanaryQuery,
  context: LoadContext,
): Promise<SplitFound> {
  const snapshot = await context.sources.objects.snapshot(context.signal);
  const { objects, rootNamespace, unread } = snapshot;
  const present = findSplit({ splits: splitsOf(objects, rootNamespace), unread }, asked);
  const { answers, warnings } = await loadJudgedSplits([present], { range, at }, { snapshot, context });
  const [answer] = answers;
  if (answer === undefined) throw new ViglaError('internal', `The split ${asked.name} was not judged`);
  return { present, answer, snapshot, warnings: [...unreadRoutes(snapshot), ...warnings] };
}
