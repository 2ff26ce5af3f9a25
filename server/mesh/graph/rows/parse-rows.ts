import type { EdgeProtocol } from '#lib/contract/graph.ts';
import { boundOf } from '#server/metrics/histogram-quantile.ts';
import type { Sample } from '#server/metrics/query.ts';
import type { GatewayServices } from '../facts/gateway-services.ts';
import type { Measure } from '../plan/plan-graph-queries.ts';
import type { Addressed, EdgeRow, Party, Reporter } from './edge-row.ts';
import { placeDestination } from './place-destination.ts';
import type { QualityCode, QualityTally } from './quality-tally.ts';
import { responseOf } from './response-of.ts';

type Labels = Readonly<Record<string, string>>;
type ParseOptions = { gateways: GatewayServices; quality: QualityTally };

const reporters: Readonly<Record<string, Reporter>> = {
  source: 'source',
  destination: 'destination',
  waypoint: 'waypoint',
};
const protocols: Readonly<Record<string, EdgeProtocol>> = { http: 'http', grpc: 'grpc' };
const ends = [
  'source_workload_namespace',
  'source_workload',
  'destination_workload_namespace',
  'destination_workload',
];
const standard = [
  'source_canonical_service',
  'source_canonical_revision',
  'destination_service_namespace',
  'destination_service_name',
  'destination_service',
  'destination_canonical_service',
  'destination_canonical_revision',
];
const tcpMeasures: ReadonlySet<Measure> = new Set(['bytesSent', 'bytesReceived', 'connectionsOpened']);
const messageMeasures: ReadonlySet<Measure> = new Set(['messagesSent', 'messagesReceived']);
const countedMeasures: ReadonlySet<Measure> = new Set(['requests', ...tcpMeasures]);

/**
 * Understands the answer of one planned query. What cannot be placed is left out and counted in `quality` with the
 * reason; what Istio is known to leave out is filled in.
 */
export function parseRows(measure: Measure, samples: readonly Sample[], options: ParseOptions): EdgeRow[] {
  const rows: EdgeRow[] = [];
  for (const { labels, value } of samples) {
    const row = parseRow(measure, labels, options);
    // Response times and sizes follow the requests; a fault of the labels is already counted there.
    const note = (code: QualityCode) => {
      if (countedMeasures.has(measure)) options.quality.note(code, describe(labels));
    };
    if (typeof row === 'string') note(row);
    else if (!Number.isFinite(value)) note('not_a_number');
    else {
      for (const code of row.notes) note(code);
      rows.push({ ...row.row, value });
    }
  }
  return rows;
}

type Understood = { row: Omit<EdgeRow, 'value'>; notes: readonly QualityCode[] };

function parseRow(measure: Measure, labels: Labels, { gateways }: ParseOptions): Understood | QualityCode {
  if (ends.some((label) => labels[label] === undefined)) return 'missing_labels';
  const reporter = reporters[labels.reporter ?? ''];
  if (reporter === undefined) return 'unknown_reporter';
  const protocol = protocolOf(measure, labels);
  if (protocol === undefined) return 'unknown_protocol';

  const source = party('source', labels);
  if (source.namespace !== '' && source.workload === '' && source.app === '')
    return 'source_without_workload';
  if (source.namespace !== '' && source.cluster === '' && labels.source_cluster !== undefined)
    return 'source_without_cluster';

  const addressed: Addressed = {
    cluster: known(labels.destination_cluster),
    namespace: known(labels.destination_service_namespace),
    name: known(labels.destination_service_name),
    host: known(labels.destination_service),
  };
  const placed = placeDestination({ source, destination: party('destination', labels), addressed }, gateways);
  if (typeof placed === 'string') return placed;

  const isIncomplete = countedMeasures.has(measure) && standard.some((label) => labels[label] === undefined);
  return {
    notes: isIncomplete ? [...placed.repairs, 'incomplete_labels'] : placed.repairs,
    row: {
      measure,
      reporter,
      protocol,
      source,
      destination: placed.destination,
      addressed: placed.addressed,
      response: responseOf(protocol, {
        code: labels.response_code ?? '',
        grpcStatus: labels.grpc_response_status ?? '',
        flags: labels.response_flags ?? '',
      }),
      security: labels.connection_security_policy ?? '',
      sourcePrincipal: known(labels.source_principal),
      destinationPrincipal: known(labels.destination_principal),
      upperBound: labels.le === undefined ? Number.NaN : boundOf(labels.le),
      operation: known(labels.request_operation),
    },
  };
}

function protocolOf(measure: Measure, labels: Labels): EdgeProtocol | undefined {
  if (tcpMeasures.has(measure)) return 'tcp';
  if (messageMeasures.has(measure)) return 'grpc';
  return protocols[labels.request_protocol ?? ''];
}

function party(side: 'source' | 'destination', labels: Labels): Party {
  return {
    cluster: known(labels[`${side}_cluster`]),
    namespace: known(labels[`${side}_workload_namespace`]),
    workload: known(labels[`${side}_workload`]),
    app: known(labels[`${side}_canonical_service`]),
    version: known(labels[`${side}_canonical_revision`]),
  };
}

/** Istio writes `unknown` where it has no metadata; Prometheus drops a label whose value is empty. */
function known(value: string | undefined): string {
  return value === undefined || value === 'unknown' ? '' : value;
}

function describe(labels: Labels): string {
  return Object.keys(labels)
    .sort()
    .map((key) => `${key}="${labels[key]}"`)
    .join(', ');
}
