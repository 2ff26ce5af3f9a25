import type { Measure } from '../plan/plan-graph-queries.ts';
import type { EdgeRow, Reporter, RowEnds } from '../rows/edge-row.ts';
import { emptyView, type Flow, type FlowView } from './flow.ts';
import { indexPairs } from './pair-index.ts';
import { indexParties } from './party-index.ts';

/** Measures that carry answers and identities of their own. */
const answeredMeasures: ReadonlySet<Measure> = new Set([
  'requests',
  'bytesSent',
  'bytesReceived',
  'connectionsOpened',
]);
/**
 * Measures that make a flow; the others only add to one, and carry fewer labels. A gRPC stream counts as a request only
 * when it ends: until then its messages are all that tells of it.
 */
const flowMeasures: ReadonlySet<Measure> = new Set([...answeredMeasures, 'messagesSent', 'messagesReceived']);

/**
 * Sums rows into flows. Splitting or reordering series changes nothing but the last bits of a sum.
 * With `byOperation`, reporters that classify requests win over those that do not.
 */
export function collectFlows(rows: readonly EdgeRow[], options: { byOperation: boolean }): Flow[] {
  const base = rows.filter((row) => flowMeasures.has(row.measure));
  const settle = indexPairs(base, options.byOperation);
  const bestParty = indexParties(base);
  const flowsByPair = new Map<string, Map<string, Flow>>();
  const flows: OrderedFlow[] = [];
  const viewsByEnds: Record<Reporter, Map<RowEnds, FlowView>> = {
    source: new Map(),
    destination: new Map(),
    waypoint: new Map(),
  };

  const others = base.length === rows.length ? [] : rows.filter(({ measure }) => !flowMeasures.has(measure));
  for (const row of others.length === 0 ? base : [...base, ...others]) {
    const { ends, reporter } = row;
    let view = viewsByEnds[reporter].get(ends);
    if (view === undefined) {
      const { chosen, service, addressed } = settle(ends, reporter);
      let flowsOfPair = flowsByPair.get(ends.pair);
      if (flowsOfPair === undefined) {
        flowsOfPair = new Map();
        flowsByPair.set(ends.pair, flowsOfPair);
      }
      let flow = flowsOfPair.get(service);
      if (flow === undefined) {
        if (!flowMeasures.has(row.measure)) continue;
        const { protocol, source, destination, sourceKey, destinationKey } = ends;
        flow = {
          protocol,
          source: bestParty(sourceKey, source),
          destination: bestParty(destinationKey, destination),
          addressed,
          views: {},
          chosen,
        };
        flowsOfPair.set(service, flow);
        flows.push({ flow, sourceKey, destinationKey, service });
      }
      view = flow.views[reporter] ?? emptyView(reporter);
      flow.views[reporter] = view;
      viewsByEnds[reporter].set(ends, view);
    }
    addRow(view, row);
  }
  return flows.sort(byEnds).map(({ flow }) => flow);
}

/** A flow with the texts that its place in the order depends on. */
type OrderedFlow = { flow: Flow; sourceKey: string; destinationKey: string; service: string };

function byEnds(left: OrderedFlow, right: OrderedFlow): number {
  return (
    compare(left.sourceKey, right.sourceKey) ||
    compare(left.destinationKey, right.destinationKey) ||
    compare(left.flow.protocol, right.flow.protocol) ||
    compare(left.service, right.service)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function addRow(view: FlowView, row: EdgeRow): void {
  if (row.measure === 'durationBuckets') {
    view.buckets = added(view.buckets, row.upperBound, row.value);
    return;
  }
  view.totals[row.measure] = (view.totals[row.measure] ?? 0) + row.value;
  if (!answeredMeasures.has(row.measure)) return;
  addResponse(view, row);
  // A source cannot know whether its connection was secured: it always reports "unknown", which is not "none".
  if (view.reporter !== 'source') {
    if (row.measure === 'connectionsOpened')
      view.connectionSecurity = added(view.connectionSecurity, row.security, row.value);
    else view.security = added(view.security, row.security, row.value);
  }
  if (row.sourcePrincipal !== '') view.sourcePrincipals = known(view.sourcePrincipals, row.sourcePrincipal);
  if (row.destinationPrincipal !== '')
    view.destinationPrincipals = known(view.destinationPrincipals, row.destinationPrincipal);
}

function addResponse(view: FlowView, row: EdgeRow): void {
  const { code, flags, outcome } = row.response;
  const { host } = row.ends.addressed;
  const key = `${code}|${flags}|${host}|${view.reporter}`;
  const keyOfOperation = row.operation === '' ? key : `${key}|${row.operation}`;
  const known = view.responses.get(keyOfOperation);
  const { operation } = row;
  const [count, opened] = row.measure === 'connectionsOpened' ? [0, row.value] : [row.value, 0];
  if (known === undefined)
    view.responses.set(keyOfOperation, { key, code, flags, outcome, host, operation, count, opened });
  else {
    known.count += count;
    known.opened += opened;
  }
}

/** Most views have none of these, so the sets are made when the first one comes. */
function known(principals: Set<string> | undefined, principal: string): Set<string> {
  return (principals ?? new Set()).add(principal);
}

function added<Key>(sums: Map<Key, number> | undefined, key: Key, value: number): Map<Key, number> {
  if (sums === undefined) return new Map([[key, value]]);
  return sums.set(key, (sums.get(key) ?? 0) + value);
}
