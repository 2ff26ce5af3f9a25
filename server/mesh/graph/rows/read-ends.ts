import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { GatewayServices } from '../facts/gateway-services.ts';
import type { Addressed, Party, RowEnds } from './edge-row.ts';
import { placeDestination } from './place-destination.ts';
import type { QualityCode } from './quality-tally.ts';
import { addressedKey, partyKey } from './row-keys.ts';

type Labels = Readonly<Record<string, string>>;

/** Ends with what was filled in to place them, or the reason why they cannot be placed. */
export type ReadEnds = { ends: RowEnds; notes: readonly QualityCode[] } | QualityCode;

const needed = [
  'source_workload_namespace',
  'source_workload',
  'destination_workload_namespace',
  'destination_workload',
] as const;
const standard = [
  'source_canonical_service',
  'source_canonical_revision',
  'destination_service_namespace',
  'destination_service_name',
  'destination_service',
  'destination_canonical_service',
  'destination_canonical_revision',
] as const;
const identifying = [...needed, ...standard, 'source_cluster', 'destination_cluster'] as const;

/** Reads the ends out of labels, each combination once. */
export function endsReader(gateways: GatewayServices): (labels: Labels, protocol: EdgeProtocol) => ReadEnds {
  const known = new Map<string, ReadEnds>();
  return (labels, protocol) => {
    let key: string = protocol;
    // An absent label differs from an empty one.
    for (const label of identifying) key += `|${labels[label] ?? '-'}`;
    let read = known.get(key);
    if (read === undefined) {
      read = readEnds(labels, protocol, gateways);
      known.set(key, read);
    }
    return read;
  };
}

function readEnds(labels: Labels, protocol: EdgeProtocol, gateways: GatewayServices): ReadEnds {
  if (needed.some((label) => labels[label] === undefined)) return 'missing_labels';
  const source = sourceOf(labels);
  if (source.namespace !== '' && source.workload === '' && source.app === '')
    return 'source_without_workload';
  if (source.namespace !== '' && source.cluster === '' && labels.source_cluster !== undefined)
    return 'source_without_cluster';

  const addressed: Addressed = {
    cluster: knownOr(labels.destination_cluster),
    namespace: knownOr(labels.destination_service_namespace),
    name: knownOr(labels.destination_service_name),
    host: knownOr(labels.destination_service),
  };
  const placed = placeDestination({ source, destination: destinationOf(labels), addressed }, gateways);
  if (typeof placed === 'string') return placed;
  const isIncomplete = standard.some((label) => labels[label] === undefined);
  return {
    notes: isIncomplete ? [...placed.repairs, 'incomplete_labels'] : placed.repairs,
    ends: {
      protocol,
      source,
      destination: placed.destination,
      addressed: placed.addressed,
      pair: `${partyKey(source)}|${partyKey(placed.destination)}|${protocol}`,
      service: addressedKey(placed.addressed),
    },
  };
}

function sourceOf(labels: Labels): Party {
  return {
    cluster: knownOr(labels.source_cluster),
    namespace: knownOr(labels.source_workload_namespace),
    workload: knownOr(labels.source_workload),
    app: knownOr(labels.source_canonical_service),
    version: knownOr(labels.source_canonical_revision),
  };
}

function destinationOf(labels: Labels): Party {
  return {
    cluster: knownOr(labels.destination_cluster),
    namespace: knownOr(labels.destination_workload_namespace),
    workload: knownOr(labels.destination_workload),
    app: knownOr(labels.destination_canonical_service),
    version: knownOr(labels.destination_canonical_revision),
  };
}

/** Istio writes `unknown` where it has no metadata; Prometheus drops a label whose value is empty. */
export function knownOr(value: string | undefined): string {
  return value === undefined || value === 'unknown' ? '' : value;
}
