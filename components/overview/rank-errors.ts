import type { EdgeResponse, Graph } from '#lib/contract/graph.ts';
import { type Call, callsOf, isFromCaller } from './call.ts';

export type FailingCall = Call & { errorShare: number; response: EdgeResponse | undefined };

/** Calls with errors, the largest share first; among equals the larger rate. */
export function rankErrors(graph: Graph, limit: number): FailingCall[] {
  return callsOf(graph)
    .filter(isFromCaller)
    .flatMap((call) => {
      const { errorShare, responses } = call.edge;
      if (errorShare === undefined || errorShare === 0) return [];
      return [{ ...call, errorShare, response: mostTellingResponse(responses ?? []) }];
    })
    .sort(
      (left, right) =>
        right.errorShare - left.errorShare ||
        (right.edge.requestsPerSecond ?? 0) - (left.edge.requestsPerSecond ?? 0) ||
        left.edge.id.localeCompare(right.edge.id),
    )
    .slice(0, limit);
}

/** The most frequent response that is no success and not the caller's own mistake. */
function mostTellingResponse(responses: readonly EdgeResponse[]): EdgeResponse | undefined {
  return responses
    .filter(({ code, flags }) => !/^[234]\d\d$/.test(code) || flags !== '-')
    .sort((left, right) => right.requestsPerSecond - left.requestsPerSecond)[0];
}
