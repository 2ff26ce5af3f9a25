import { latencyClasses, sizeClasses, type ValueClass } from './classes.ts';
import type { Exchange } from './exchange.ts';
import { seedOf } from './hash.ts';
import { type Splitter, splitter } from './splitter.ts';
import type { Report, Size, Step } from './step.ts';

/** A step with its place in the arrays of counts and its seeded draws. */
export type CompiledStep = {
  name: string;
  slot: number;
  reports: readonly Report[];
  exchange: Exchange | undefined;
  isArrival: boolean;
  latency: Draw<number>;
  size: Draw<Size>;
  also: readonly CompiledStep[];
  choices: readonly { step: CompiledStep }[];
  /** Which requests take which choice. */
  splitters: readonly Splitter[];
};

/** Sorts the requests of a step into classes; the class at `firstSlot + i` of the draw's own array. */
export type Draw<Value> = {
  firstSlot: number;
  classes: readonly ValueClass<Value>[];
  splitters: readonly Splitter[];
};

/** How many slots each array of counts needs. */
export type Slots = { steps: number; latencies: number; sizes: number };

/** Gives every step its slots; `path` names the step's place and so seeds its draws. */
export function compileStep(step: Step, path: string, slots: Slots): CompiledStep {
  const ownPath = `${path}/${step.name}`;
  const reports = step.reports ?? [];
  const slot = slots.steps;
  slots.steps += 1;
  const latencies =
    step.latency !== undefined && reports.some(({ protocol }) => protocol === 'http')
      ? latencyClasses(step.latency)
      : [];
  const sizes = step.size !== undefined && reports.length > 0 ? sizeClasses(step.size) : [];
  const latency = drawOf(latencies, `${ownPath}#latency`, slots.latencies);
  slots.latencies += latencies.length;
  const size = drawOf(sizes, `${ownPath}#size`, slots.sizes);
  slots.sizes += sizes.length;
  const splitters = chainOf(
    (step.oneOf ?? []).map(({ share }) => share),
    `${ownPath}#choice`,
  );
  return {
    name: step.name,
    slot,
    reports,
    exchange: step.exchange,
    isArrival: step.isArrival === true,
    latency,
    size,
    also: (step.also ?? []).map((child, index) => compileStep(child, `${ownPath}/also${index}`, slots)),
    splitters,
    choices: (step.oneOf ?? []).map(({ step: child }, index) => ({
      step: compileStep(child, `${ownPath}/one${index}`, slots),
    })),
  };
}

function drawOf<Value>(classes: readonly ValueClass<Value>[], path: string, firstSlot: number): Draw<Value> {
  return {
    firstSlot,
    classes,
    splitters: chainOf(
      classes.map(({ share }) => share),
      path,
    ),
  };
}

/** One choice among several as a chain of yes or no: the first, else the second of what is left, and so on. */
function chainOf(shares: readonly number[], path: string): Splitter[] {
  let left = 1;
  return shares.map((share, index) => {
    const probability = left <= 1e-12 ? 0 : share / left;
    left -= share;
    // The last of shares that add up to 1 takes all that is left, whatever rounding says.
    return splitter(seedOf(`${path}${index}`), probability > 1 - 1e-9 ? 1 : probability);
  });
}

/** Sorts `count` requests with a chain, and calls back with the count of each class. */
export function deal(
  splitters: readonly Splitter[],
  count: number,
  take: (index: number, count: number) => void,
): void {
  let left = count;
  for (let index = 0; index < splitters.length && left > 0; index++) {
    const taken = splitters[index]?.markedAmong(left) ?? 0;
    if (taken > 0) take(index, taken);
    left -= taken;
  }
}

/** What a chain makes of the member with a number: which class, and its number there. Nothing where no class takes it. */
export function pick(
  splitters: readonly Splitter[],
  number: number,
): { index: number; number: number } | undefined {
  let left = number;
  for (const [index, { markedAmong }] of splitters.entries()) {
    const before = markedAmong(left);
    if (markedAmong(left + 1) > before) return { index, number: before };
    left -= before;
  }
  return undefined;
}
