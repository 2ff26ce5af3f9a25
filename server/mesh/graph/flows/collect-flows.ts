import type { Measure } from '../plan/plan-graph-queries.ts';
import type { EdgeRow, Party } from '../rows/edge-row.ts';
import { emptyView, type Flow, type FlowView } from './flow.ts';
import { addressedKey, pairKey, partyKey } from './flow-keys.ts';
import { indexPairs } from './pair-index.ts';

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
  const pairs = indexPairs(base, options.byOperation);
  const flows = new Map<string, Flow>();
  const bestParty = indexParties(base);

  for (const row of rows) {
    const addressed = pairs.addressedOf(row);
    const key = `${pairKey(row)}|${addressedKey(addressed)}`;
    let flow = flows.get(key);
    if (flow === undefined) {
      if (!flowMeasures.has(row.measure)) continue;
      flow = {
        protocol: row.protocol,
        source: bestParty(row.source),
        destination: bestParty(row.destination),
        addressed,
        views: {},
        chosen: pairs.chosenFor(row),
      };
      flows.set(key, flow);
    }
    let view = flow.views[row.reporter];
    if (view === undefined) {
      view = emptyView();
      flow.views[row.reporter] = view;
    }
    addRow(view, row);
  }
  return [...flows.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, flow]) => flow);
}

function addRow(view: FlowView, row: EdgeRow): void {
  if (row.measure === 'durationBuckets') {
    add(view.buckets, row.upperBound, row.value);
    return;
  }
  view.totals[row.measure] = (view.totals[row.measure] ?? 0) + row.value;
  if (!answeredMeasures.has(row.measure)) return;
  addResponse(view, row);
  add(row.measure === 'connectionsOpened' ? view.connectionSecurity : view.security, row.security, row.value);
  if (row.sourcePrincipal !== '') view.sourcePrincipals.add(row.sourcePrincipal);
  if (row.destinationPrincipal !== '') view.destinationPrincipals.add(row.destinationPrincipal);
}

function addResponse(view: FlowView, row: EdgeRow): void {
  const { code, flags } = row.response;
  const { host } = row.addressed;
  const key = `${code}|${flags}|${host}|${row.operation}`;
  const known = view.responses.get(key);
  const count = row.measure === 'connectionsOpened' ? 0 : row.value;
  if (known === undefined)
    view.responses.set(key, { ...row.response, host, operation: row.operation, count });
  else known.count += count;
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/** App and version of a workload are those that most of its traffic carries: labels may change while it runs. */
function indexParties(rows: readonly EdgeRow[]): (party: Party) => Party {
  const weights = new Map<string, Map<string, { party: Party; weight: number }>>();
  const weigh = (party: Party, value: number) => {
    const variants = weights.get(partyKey(party)) ?? new Map();
    weights.set(partyKey(party), variants);
    const variant = `${party.app}|${party.version}`;
    const known = variants.get(variant);
    if (known === undefined) variants.set(variant, { party, weight: value });
    else known.weight += value;
  };
  for (const row of rows) {
    weigh(row.source, row.value);
    weigh(row.destination, row.value);
  }
  return (party) => {
    const variants = weights.get(partyKey(party));
    if (variants === undefined || variants.size === 1) return variants?.values().next().value?.party ?? party;
    const ranked = [...variants].sort(
      ([leftKey, left], [rightKey, right]) => right.weight - left.weight || (leftKey < rightKey ? -1 : 1),
    );
    return ranked[0]?.[1].party ?? party;
  };
}
