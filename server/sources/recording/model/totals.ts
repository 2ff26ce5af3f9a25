import { type CompiledStep, type Draw, deal } from './compiled-model.ts';
import type { Model } from './model.ts';
import { RecentTimes } from './recent-times.ts';

/** Counts of everything since the epoch at a time, by slot. Arrays are shared: they are not to be changed. */
export type Totals = {
  requestsAt(seconds: number): Float64Array;
  latenciesAt(seconds: number): Float64Array;
  sizesAt(seconds: number): Float64Array;
};

export type CountKind = 'requests' | 'latencies' | 'sizes';

export function totalsOf(model: Model): Totals {
  const steps = allSteps(model);
  const requests = new RecentTimes((seconds) => {
    const counts = new Float64Array(model.slots.steps);
    for (const flow of model.flows) {
      for (const [regime, count] of flow.arrivalsByRegime(seconds)) {
        const step = flow.regimes.get(regime);
        if (step !== undefined) countStep(step, count, counts);
      }
    }
    return counts;
  });
  const classesAt = (size: number, drawOf: (step: CompiledStep) => Draw<unknown>) =>
    new RecentTimes((seconds) => {
      const counts = new Float64Array(size);
      const reached = requests.at(seconds);
      for (const step of steps) {
        const { firstSlot, splitters } = drawOf(step);
        deal(splitters, reached[step.slot] ?? 0, (index, count) => {
          counts[firstSlot + index] = count;
        });
      }
      return counts;
    });
  const latencies = classesAt(model.slots.latencies, (step) => step.latency);
  const sizes = classesAt(model.slots.sizes, (step) => step.size);
  return {
    requestsAt: (seconds) => requests.at(seconds),
    latenciesAt: (seconds) => latencies.at(seconds),
    sizesAt: (seconds) => sizes.at(seconds),
  };
}

/** Every step of a model, in the order of its slots. */
export function allSteps(model: Model): CompiledStep[] {
  const found: CompiledStep[] = [];
  const visit = (step: CompiledStep): void => {
    found.push(step);
    for (const child of step.also) visit(child);
    for (const choice of step.choices) visit(choice.step);
  };
  for (const flow of model.flows) for (const step of flow.regimes.values()) visit(step);
  return found;
}

function countStep(step: CompiledStep, count: number, counts: Float64Array): void {
  if (count === 0) return;
  counts[step.slot] = count;
  for (const child of step.also) countStep(child, count, counts);
  deal(step.splitters, count, (index, taken) => {
    const choice = step.choices[index];
    if (choice !== undefined) countStep(choice.step, taken, counts);
  });
}
