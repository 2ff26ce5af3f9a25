import { latencyClasses } from './classes.ts';
import type { Latency, Step } from './step.ts';

/**
 * A request takes longer than what it waits for. So the streams of calls are taken apart by how long their caller
 * waits, and what a workload takes is drawn for each combination apart.
 */
export type WaitingCase = { share: number; calls: Step[]; longestMs: number };

type Part = { share: number; step: Step };
type Range = { aboveMs: number; untilMs: number };

/** Where the ranges end beyond what a workload's own time covers. */
const rangeEndsMs = [150, 600, 2400, Number.POSITIVE_INFINITY];

/** The ways in which the slowest of some calls lasts: at most `limitMs`, or longer, by ranges. */
export function waitingCases(calls: readonly Step[], limitMs: number): WaitingCase[] {
  const longestMs = Math.max(0, ...calls.map(longestOf));
  if (longestMs <= limitMs) return [{ share: 1, calls: [...calls], longestMs }];
  const cases: WaitingCase[] = [];
  const add = (parts: readonly (Part | undefined)[]): void => {
    const known = parts.filter((part) => part !== undefined);
    if (known.length < calls.length) return;
    const steps = known.map(({ step }) => step);
    const share = known.reduce((product, part) => product * part.share, 1);
    cases.push({ share, calls: steps, longestMs: Math.max(0, ...steps.map(longestOf)) });
  };
  add(calls.map((call) => partOf(call, { aboveMs: Number.NEGATIVE_INFINITY, untilMs: limitMs })));
  let aboveMs = limitMs;
  for (const untilMs of rangeEndsMs.filter((end) => end > limitMs)) {
    for (const slowest of calls.keys()) {
      // Of several in this range the first counts as the slowest, so that every combination is in one case.
      const parts = calls.map((call, index) => {
        if (index === slowest) return partOf(call, { aboveMs, untilMs });
        return partOf(call, {
          aboveMs: Number.NEGATIVE_INFINITY,
          untilMs: index < slowest ? aboveMs : untilMs,
        });
      });
      add(parts);
    }
    aboveMs = untilMs;
  }
  return cases;
}

/** The requests of a call for which its caller waits so long; absent where there are none. */
function partOf(step: Step, range: Range): Part | undefined {
  if (step.exchange !== undefined) return partOfEnd(step, range);
  if (step.oneOf === undefined) return range.aboveMs < 0 ? { share: 1, step } : undefined;
  const parts = step.oneOf.flatMap(({ share, step: choice }) => {
    const part = partOf(choice, range);
    return part === undefined ? [] : [{ share: share * part.share, step: part.step }];
  });
  const notCalled = 1 - step.oneOf.reduce((sum, { share }) => sum + share, 0);
  const total =
    parts.reduce((sum, part) => sum + part.share, 0) + (range.aboveMs < 0 ? Math.max(0, notCalled) : 0);
  if (total <= 1e-12) return undefined;
  const oneOf = parts.map((part) => ({ share: part.share / total, step: part.step }));
  return { share: total, step: { ...step, oneOf } };
}

function partOfEnd(step: Step, { aboveMs, untilMs }: Range): Part | undefined {
  const { latency } = step;
  const wait = waitOf(step);
  if (latency === undefined || wait === undefined) return aboveMs < 0 ? { share: 1, step } : undefined;
  const isInside = (value: number) => wait(value) > aboveMs && wait(value) <= untilMs;
  const classes = latencyClasses(latency).filter(({ value }) => isInside(value));
  const [first] = classes;
  const last = classes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const share = classes.reduce((sum, one) => sum + one.share, 0);
  const within: Latency = { ...latency, leastMs: first.value, mostMs: last.value };
  return { share, step: { ...step, latency: within } };
}

/** How long the caller of a call waits at most. */
function longestOf(step: Step): number {
  const choices = (step.oneOf ?? []).map((choice) => longestOf(choice.step));
  const wait = waitOf(step);
  const classes = wait === undefined || step.latency === undefined ? [] : latencyClasses(step.latency);
  return Math.max(0, ...choices, ...classes.map(({ value }) => wait?.(value) ?? 0));
}

/** Nobody waits for copies and for connections. */
function waitOf({ reports = [] }: Step): ((latencyMs: number) => number) | undefined {
  const source = reports.find(({ labels, protocol }) => labels.reporter === 'source' && protocol === 'http');
  return source === undefined ? undefined : (latencyMs) => latencyMs * source.latencyShare + source.addedMs;
}
