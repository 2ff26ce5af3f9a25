import type { StepStream } from '../model/streams.ts';
import { type TimedRequest, timedHops } from './timed-request.ts';

/** A made-up request that consists of nothing but one step: it has everything that is common to the step's requests. */
export function stepExample({ flow, flowIndex, step }: StepStream): TimedRequest {
  const hop = {
    names: [step.name],
    number: 0,
    reports: step.reports,
    exchange: step.exchange,
    parent: undefined,
    latencyMs: step.latency.classes[0]?.value,
    size: step.size.classes[0]?.value,
  };
  const key = { flow: flowIndex, number: 0 };
  return { key, flowName: flow.name, atMs: 0, isSampled: true, hops: timedHops([hop], 0) };
}
