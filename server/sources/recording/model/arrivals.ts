import type { ModelFlow } from './model.ts';
import { epochSeconds } from './rhythm.ts';

/** Two neighbouring times, as near as numbers go, between which something comes. */
export type Moment = readonly [beforeSeconds: number, atSeconds: number];

/** When the arrival with a number comes. `within` is a time before and one not before it, where known. */
export function arrivalOf(flow: ModelFlow, number: number, within?: Moment): Moment {
  return momentOf((seconds) => flow.arrivalsUntil(seconds) > number, within);
}

/** The flow's own number of the request that is the `ownNumber`-th of a regime, and when it comes. */
export function arrivalInRegime(input: {
  flow: ModelFlow;
  regime: string;
  ownNumber: number;
  within?: Moment;
}): { number: number; atSeconds: number } {
  const { flow, regime, ownNumber, within } = input;
  const [before, atSeconds] = momentOf(
    (seconds) => (flow.arrivalsByRegime(seconds).get(regime) ?? 0) > ownNumber,
    within,
  );
  return { number: flow.arrivalsUntil(before), atSeconds };
}

function momentOf(hasCome: (seconds: number) => boolean, within?: Moment): Moment {
  let [before, after] = within ?? [epochSeconds, epochSeconds + 1];
  while (!hasCome(after)) after = epochSeconds + (after - epochSeconds) * 2;
  // Mostly it is near the end: look back from there, further each time.
  for (let seconds = 0.25; after - seconds > before; seconds *= 4) {
    const earlier = after - seconds;
    if (!hasCome(earlier)) {
      before = earlier;
      break;
    }
    after = earlier;
  }
  for (;;) {
    const middle = (before + after) / 2;
    if (middle === before || middle === after) return [before, after];
    if (hasCome(middle)) after = middle;
    else before = middle;
  }
}
