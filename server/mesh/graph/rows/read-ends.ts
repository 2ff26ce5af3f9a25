import type { EdgeProtocol } from '#lib/contract/graph.ts';
import type { GatewayServices } from '../facts/gateway-services.ts';
import type { Addressed, Party, RowEnds } from './edge-row.ts';
import { placeDestination } from './place-destination.ts';
import type { QualityCode } from './quality-messages.ts';
import { type SharedEnds, sharedEnds } from './shared-ends.ts';

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
type Read = { labels: Labels; protocol: EdgeProtocol; ends: ReadEnds };

/** Reads the ends out of labels, each combination once. */
export function endsReader(gateways: GatewayServices): (labels: Labels, protocol: EdgeProtocol) => ReadEnds {
  const known = new Map<string, Read[]>();
  const shared = sharedEnds();
  return (labels, protocol) => {
    // Three labels find the one or two combinations that the rest tells apart: far shorter than all of them as a key.
    const service = labels.destination_service ?? labels.destination_service_name;
    const key = `${labels.source_workload}|${labels.destination_workload}|${service}`;
    let sharing = known.get(key);
    if (sharing === undefined) {
      sharing = [];
      known.set(key, sharing);
    }
    for (const one of sharing)
      if (one.protocol === protocol && haveSameEnds(one.labels, labels)) return one.ends;
    const ends = readEnds(labels, protocol, { gateways, shared });
    sharing.push({ labels, protocol, ends });
    return ends;
  };
}

/** Compares every label that says something about the ends, spelled out because it runs for each row. */
function haveSameEnds(one: Labels, other: Labels): boolean {
  return (
    one.source_workload === other.source_workload &&
    one.source_workload_namespace === other.source_workload_namespace &&
    one.source_cluster === other.source_cluster &&
    one.source_canonical_service === other.source_canonical_service &&
    one.source_canonical_revision === other.source_canonical_revision &&
    one.destination_workload === other.destination_workload &&
    one.destination_workload_namespace === other.destination_workload_namespace &&
    one.destination_cluster === other.destination_cluster &&
    one.destination_canonical_service === other.destination_canonical_service &&
    one.destination_canonical_revision === other.destination_canonical_revision &&
    one.destination_service === other.destination_service &&
    one.destination_service_name === other.destination_service_name &&
    one.destination_service_namespace === other.destination_service_namespace
  );
}

type Context = { gateways: GatewayServices; shared: SharedEnds };

function readEnds(labels: Labels, protocol: EdgeProtocol, { gateways, shared }: Context): ReadEnds {
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
  const from = shared.party(source);
  const to = shared.party(placed.destination);
  const service = shared.addressed(placed.addressed);
  return {
    notes: isIncomplete ? [...placed.repairs, 'incomplete_labels'] : placed.repairs,
    ends: {
      protocol,
      source: from.party,
      destination: to.party,
      addressed: service.addressed,
      sourceKey: from.key,
      destinationKey: to.key,
      pair: `${from.key}|${to.key}|${protocol}`,
      service: service.key,
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
