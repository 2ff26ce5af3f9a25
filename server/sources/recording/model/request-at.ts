import { arrivalOf } from './arrivals.ts';
import { type CompiledStep, type Draw, pick } from './compiled-model.ts';
import type { Exchange } from './exchange.ts';
import type { ModelFlow } from './model.ts';
import type { Report, Size } from './step.ts';

/** One place that a request came to, as the proxies there reported it. `number` is its number in that stream. */
export type ModelledHop = {
  names: readonly string[];
  number: number;
  reports: readonly Report[];
  exchange: Exchange | undefined;
  /** Index of the hop during which this one was made; undefined for the first. */
  parent: number | undefined;
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
    if ((later.get(regime) ?? 0) > ownNumber) {
      const hops: ModelledHop[] = [];
      visit({ step, number: ownNumber, above: [], parent: undefined, hops });
      return { atSeconds, regime, hops };
    }
  }
  return { atSeconds, regime: '', hops: [] };
}

type Visit = {
  step: CompiledStep;
  number: number;
  above: readonly string[];
  parent: number | undefined;
  hops: ModelledHop[];
};

/** Adds the hops of a step and of all below it, and gives the index of the one that the request itself became. */
function visit({ step, number, above, parent, hops }: Visit): number | undefined {
  const names = [...above, step.name];
  const { reports, exchange, latency, size } = step;
  let became: number | undefined;
  if (reports.length > 0 || exchange !== undefined) {
    became = hops.length;
    const latencyMs = drawnValue(latency, number);
    hops.push({
      names,
      number,
      reports,
      exchange,
      parent,
      latencyMs,
      size: drawnValue(size, number),
    });
  }
  const chosen = pick(step.splitters, number);
  const choice = chosen === undefined ? undefined : step.choices[chosen.index];
  if (choice !== undefined && chosen !== undefined) {
    became = visit({ step: choice.step, number: chosen.number, above: names, parent, hops }) ?? became;
  }
  const parentOfCalls = step.isArrival ? became : parent;
  for (const call of step.also) visit({ step: call, number, above: names, parent: parentOfCalls, hops });
  return became;
}

function drawnValue<Value>({ splitters, classes }: Draw<Value>, number: number): Value | undefined {
  const chosen = pick(splitters, number);
  return chosen === undefined ? undefined : classes[chosen.index]?.value;
}
