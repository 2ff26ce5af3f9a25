import { splitResponseFlags } from '#lib/response-flags.ts';
import { responseOf } from '#server/mesh/graph/rows/response-of.ts';
import type { Labels } from './counter-labels.ts';
import type { CounterKind } from './plan-counters.ts';

export type AnswerOf = {
  code: string;
  /** `-` where Envoy says nothing. */
  flags: string;
  /** A flag says that a proxy made the answer: of a failure, or of a refusal such as 404 NR. */
  isByProxy: boolean;
  /** Who made the failure; absent where nothing failed. */
  failedBy?: 'application' | 'proxyMade';
};

/**
 * Flags that do not say that a proxy made the answer: DI is a delay. URX alone says that the last of several tries
 * failed, too, and that the application answered it (`via_upstream` in all of the recorded lines); where no try got an
 * answer, another flag stands beside it.
 */
const silentFlags: ReadonlySet<string> = new Set(['DI', 'URX']);

/** Flags with which a TCP connection never came about. Source: Envoy's access log documentation, %RESPONSE_FLAGS%. */
const unconnectedFlags: ReadonlySet<string> = new Set(['UF', 'UH', 'UO', 'NC', 'NR', 'NFCF', 'URX']);

/**
 * The answer of a row, and whose failure it is where it is one: what fails is what fails in the graph (5xx, no answer, a
 * gRPC status that is not 0), and the response flag tells whether a proxy made the answer. TCP has flags only.
 */
export function answerOf(labels: Labels, kind: CounterKind): AnswerOf {
  // Some stores keep no protocol, but only gRPC has a status of its own.
  const isGrpc = (labels.request_protocol ?? 'grpc') === 'grpc';
  const protocol = kind === 'connections' ? 'tcp' : isGrpc ? 'grpc' : 'http';
  const { code, flags, outcome } = responseOf(protocol, {
    code: labels.response_code ?? '',
    grpcStatus: labels.grpc_response_status ?? '',
    flags: labels.response_flags ?? '',
  });
  const said = splitResponseFlags(flags);
  const isByProxy = said.some((flag) => !silentFlags.has(flag));
  const answer = { code, flags, isByProxy };
  if (protocol === 'tcp')
    return said.some((flag) => unconnectedFlags.has(flag)) ? { ...answer, failedBy: 'proxyMade' } : answer;
  if (outcome !== 'error') return answer;
  return { ...answer, failedBy: isByProxy ? 'proxyMade' : 'application' };
}
