import { arrivalInRegime, type Moment } from './arrivals.ts';
import type { CompiledStep } from './compiled-model.ts';
import type { Model, ModelFlow } from './model.ts';
import type { Splitter } from './splitter.ts';

/** Numbered requests of a flow, in the order of time. */
export type Stream = {
  flow: ModelFlow;
  /** Place of the flow in the model. */
  flowIndex: number;
  countUntil(seconds: number): number;
  /** The flow's number of the request that is the `index`-th of the stream, from 0; it comes within the moment. */
  requestOf(index: number, within: Moment): { number: number; atSeconds: number };
};

/** One choice on the way to a step: the `index`-th of a chain of splitters. */
type Link = { splitters: readonly Splitter[]; index: number };

export type StepStream = Stream & {
  step: CompiledStep;
  regime: string;
  /** Made by an app while it answers another request. */
  isNested: boolean;
};

/** Every step at which requests end in a known way, as the stream of the requests that come to it. */
export function stepStreamsOf({ flows }: Model): StepStream[] {
  const found: StepStream[] = [];
  for (const [flowIndex, flow] of flows.entries()) {
    for (const [regime, root] of flow.regimes) {
      const visit = (step: CompiledStep, links: readonly Link[], isNested: boolean): void => {
        if (step.exchange !== undefined)
          found.push(streamOf({ flow, flowIndex, regime, step, links, isNested }));
        for (const [index, choice] of step.choices.entries()) {
          visit(choice.step, [...links, { splitters: step.splitters, index }], isNested);
        }
        for (const child of step.also) visit(child, links, isNested || step.isArrival);
      };
      visit(root, [], false);
    }
  }
  return found;
}

/** Only those of a stream's requests that take one of a step's durations. */
export function withLatencyClass(stream: StepStream, classIndex: number): Stream {
  const { splitters } = stream.step.latency;
  const link = { splitters, index: classIndex };
  return {
    flow: stream.flow,
    flowIndex: stream.flowIndex,
    countUntil: (seconds) => countThrough(link, stream.countUntil(seconds)),
    requestOf: (index, within) => stream.requestOf(placeThrough(link, index), within),
  };
}

function streamOf(input: {
  flow: ModelFlow;
  flowIndex: number;
  regime: string;
  step: CompiledStep;
  links: readonly Link[];
  isNested: boolean;
}): StepStream {
  const { flow, flowIndex, regime, step, links, isNested } = input;
  const backwards = [...links].reverse();
  return {
    flow,
    flowIndex,
    regime,
    step,
    isNested,
    countUntil: (seconds) =>
      links.reduce(
        (count, link) => countThrough(link, count),
        flow.arrivalsByRegime(seconds).get(regime) ?? 0,
      ),
    requestOf(index, within) {
      const ownNumber = backwards.reduce((place, link) => placeThrough(link, place), index);
      return arrivalInRegime({ flow, regime, ownNumber, within });
    },
  };
}

/** How many of the first `count` take the choice. */
function countThrough({ splitters, index }: Link, count: number): number {
  let left = count;
  for (let earlier = 0; earlier < index; earlier++) left -= splitters[earlier]?.markedAmong(left) ?? 0;
  return splitters[index]?.markedAmong(left) ?? 0;
}

/** The number, before the choice, of the member with a number behind it. */
function placeThrough({ splitters, index }: Link, number: number): number {
  let place = splitters[index]?.placeOf(number, true) ?? number;
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    place = splitters[earlier]?.placeOf(place, false) ?? place;
  }
  return place;
}
