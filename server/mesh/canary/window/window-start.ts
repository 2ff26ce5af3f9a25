import { formatLength } from '#lib/format-length.ts';
import type { Change } from './changes-of.ts';
import type { WindowInput } from './window-of.ts';

/** istiod gathers changes for up to 10 s (`PILOT_DEBOUNCE_MAX`) before it pushes, and proxies take a moment. */
export const convergenceSeconds = 20;

type Start = { fromSeconds: number; reason: string };

const converged = `and ${convergenceSeconds} s for proxies to take them.`;

/** From a change that lies within the range on. */
export function startAtChange(
  { atSeconds, uncertainSeconds, text }: Change,
  { toSeconds }: WindowInput['range'],
): Start {
  const fromSeconds = atSeconds + convergenceSeconds;
  if (fromSeconds >= toSeconds)
    return {
      fromSeconds: toSeconds,
      reason: `The weights changed just now (${text}): proxies are taking them.`,
    };
  const since =
    uncertainSeconds > convergenceSeconds
      ? `Since Vigla found the weights changed (${text}), some time in the ${formatLength(uncertainSeconds)} before,`
      : `Since the weights changed (${text})`;
  return { fromSeconds, reason: `${since} ${converged}` };
}

/** Where nobody saw a change within the range: `isKnown` where one was seen before it. */
export function startWithoutChange(
  { remembered, range, written, isRecorded }: WindowInput,
  isKnown: boolean,
): Start {
  const { fromSeconds, toSeconds } = range;
  const whole = (why: string): Start => ({ fromSeconds, reason: `The whole range: ${why}` });
  const watchedSince = remembered[0]?.seenSeconds ?? Number.POSITIVE_INFINITY;
  if (isRecorded) return whole('the weights of a recorded mesh do not change.');
  if (isKnown || watchedSince <= fromSeconds) return whole('the weights did not change in it.');
  if (written === undefined) return whole(notWatched);
  // What was written while Vigla watched did not change the weights.
  if (written.seconds > watchedSince) return whole(notWatched);
  if (written.seconds > toSeconds)
    return whole('the route was written after it, and what weights it had in it is not known.');
  const writtenFrom = written.seconds + convergenceSeconds;
  if (writtenFrom <= fromSeconds)
    return whole(written.isLast ? 'the route was last written before it.' : notWatched);
  return {
    fromSeconds: Math.min(writtenFrom, toSeconds),
    reason: `Since the route was written and ${convergenceSeconds} s for proxies to take it; what weights it had before is not known.`,
  };
}

const notWatched =
  'Vigla has not watched these weights for as long, and nothing says when they last changed.';
