import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { FlowView, ResponseCount } from '../flows/flow.ts';
import type { Reporter } from '../rows/edge-row.ts';

/** An answer on an edge, from all flows that run over it. */
export type ResponseTally = Pick<ResponseCount, 'code' | 'flags' | 'host' | 'outcome'> & {
  perSecond: number;
  reporter: Reporter;
};

/** What one reporter saw of an edge; rates are per second. */
export type ViewTally = {
  requestsPerSecond: number;
  errorsPerSecond: number;
  clientErrorsPerSecond: number;
  requestCount: number;
  responses: Map<string, ResponseTally>;
  buckets?: ReadonlyMap<number, number> | undefined;
};

export type ViewPart = {
  protocol: EdgeProtocol;
  /** Seconds over which the flow's increases are averaged. */
  seconds: number;
  /** Where requests are told apart by operation: only those of this one; sizes and times are not known by operation. */
  operation: string | undefined;
  /** Leaves hosts out, where an edge sums so many services that their names say nothing. */
  withoutHosts: boolean;
};

export function emptyView(): ViewTally {
  return {
    requestsPerSecond: 0,
    errorsPerSecond: 0,
    clientErrorsPerSecond: 0,
    requestCount: 0,
    responses: new Map(),
  };
}

/** Adds what one reporter saw of a flow; answers one by one only where there is a place for them. TCP has none. */
export function addAnswers(
  tally: Omit<ViewTally, 'responses'> & { responses?: ViewTally['responses'] },
  view: FlowView,
  { seconds, operation, withoutHosts, protocol }: ViewPart,
): void {
  if (protocol === 'tcp') return;
  for (const response of view.responses.values()) {
    if (operation !== undefined && response.operation !== operation) continue;
    const perSecond = response.count / seconds;
    tally.requestCount += response.count;
    tally.requestsPerSecond += perSecond;
    if (response.outcome === 'error') tally.errorsPerSecond += perSecond;
    if (response.outcome === 'clientError') tally.clientErrorsPerSecond += perSecond;
    if (tally.responses === undefined) continue;
    const { code, flags, outcome } = response;
    const key = withoutHosts ? `${code}|${flags}||${view.reporter}` : response.key;
    const known = tally.responses.get(key);
    if (known !== undefined) known.perSecond += perSecond;
    else {
      const host = withoutHosts ? '' : response.host;
      tally.responses.set(key, { code, flags, host, outcome, perSecond, reporter: view.reporter });
    }
  }
}
