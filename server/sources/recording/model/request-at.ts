import { type CompiledStep, type Draw, pick } from './compiled-model.ts';
import type { ModelFlow } from './model.ts';
import { epochSeconds } from './rhythm.ts';
import type { Report, Size } from './step.ts';

/** One place that a request came to, as the proxies there reported it. `number` is its number in that stream. */
export type ModelledHop = {
  names: readonly string[];
  number: number;
  reports: readonly Report[];
  latencyMs: number | undefined;
  size: Size | undefined;
};
export type ModelledRequest = { atSeconds: number; regime: string; hops: readonly ModelledHop[] };

/** The request of a root flow with a number, counted from the epoch: the same one that the totals count. */
export function requestAt(flow: ModelFlow, number: number): ModelledRequest {
  const [before, atSeconds] = arrivalOf(flow, number);
  const earlier = flow.arrivalsByRegime(before);
  const later = flow.arrivalsByRegime(atSeconds);
  for (const [regime, step] of flow.regimes) {
    const ownNumber = earlier.get(regime) ?? 0;
    if ((later.get(regime) ?? 0) > ownNumber) return { atSeconds, regime, hops: hopsOf(step, ownNumber, []) };
  }
  return { atSeconds, regime: '', hops: [] };
}

/** The narrowest pair of times between which the arrival lies. */
function arrivalOf(flow: ModelFlow, number: number): [number, number] {
  let before = epochSeconds;
  let after = epochSeconds + 1;
  while (flow.arrivalsUntil(after) <= number) after = epochSeconds + (after - epochSeconds) * 2;
  for (;;) {
    const middle = (before + after) / 2;
    if (middle === before || middle === after) return [before, after];
    if (flow.arrivalsUntil(middle) <= number) before = middle;
    else after = middle;
  }
}

function hopsOf(step: CompiledStep, number: number, above: readonly string[]): ModelledHop[] {
  const names = [...above, step.name];
  const splitters = step.choices.map(({ splitter }) => splitter);
  const chosen = pick(splitters, number);
  const choice = chosen === undefined ? undefined : step.choices[chosen.index];
  const { reports, latency, size } = step;
  const own = {
    names,
    number,
    reports,
    latencyMs: drawnValue(latency, number),
    size: drawnValue(size, number),
  };
  return [
    ...(reports.length === 0 ? [] : [own]),
    ...(choice === undefined || chosen === undefined ? [] : hopsOf(choice.step, chosen.number, names)),
    ...step.also.flatMap((child) => hopsOf(child, number, names)),
  ];
}

function drawnValue<Value>({ splitters, classes }: Draw<Value>, number: number): Value | undefined {
  const chosen = pick(splitters, number);
  return chosen === undefined ? undefined : classes[chosen.index]?.value;
}
