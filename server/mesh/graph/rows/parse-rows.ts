import type { EdgeProtocol } from '#lib/contract/graph.ts';
import { boundOf } from '#server/metrics/histogram-quantile.ts';
import type { Sample } from '#server/metrics/query.ts';
import type { GatewayServices } from '../facts/gateway-services.ts';
import type { Measure } from '../plan/plan-graph-queries.ts';
import type { EdgeRow, Reporter, RowResponse } from './edge-row.ts';
import type { QualityCode } from './quality-messages.ts';
import type { QualityTally } from './quality-tally.ts';
import { endsReader, knownOr } from './read-ends.ts';
import { responseOf } from './response-of.ts';

type Labels = Readonly<Record<string, string>>;
type Answer = { measure: Measure; samples: readonly Sample[] };

const reporters = new Map<string | undefined, Reporter>([
  ['source', 'source'],
  ['destination', 'destination'],
  ['waypoint', 'waypoint'],
]);
const tcpMeasures: ReadonlySet<Measure> = new Set(['bytesSent', 'bytesReceived', 'connectionsOpened']);
const messageMeasures: ReadonlySet<Measure> = new Set(['messagesSent', 'messagesReceived']);
/** Response times, sizes and messages follow the requests; a fault of their labels is already counted there. */
const notedMeasures: ReadonlySet<Measure> = new Set(['requests', ...tcpMeasures]);

/**
 * Understands the answers of planned queries. What cannot be placed is left out and counted in `quality` with the
 * reason; what Istio is known to leave out is filled in.
 */
export function parseRows(
  answers: readonly Answer[],
  { gateways, quality }: { gateways: GatewayServices; quality: QualityTally },
): EdgeRow[] {
  const readEnds = endsReader(gateways);
  const readResponse = responseReader();
  const rows: EdgeRow[] = [];
  for (const { measure, samples } of answers) {
    const isNoted = notedMeasures.has(measure);
    for (const { labels, value } of samples) {
      const note = (code: QualityCode) => {
        if (isNoted) quality.note(code, describe(labels));
      };
      const reporter = reporters.get(labels.reporter);
      const protocol = protocolOf(measure, labels);
      const read = readEnds(labels, protocol ?? 'http');
      if (read === 'missing_labels') note(read);
      else if (reporter === undefined) note('unknown_reporter');
      else if (protocol === undefined) note('unknown_protocol');
      else if (typeof read === 'string') note(read);
      else if (!Number.isFinite(value)) note('not_a_number');
      else {
        for (const code of read.notes) note(code);
        rows.push({
          measure,
          reporter,
          ends: read.ends,
          response: readResponse(protocol, labels),
          security: labels.connection_security_policy ?? '',
          sourcePrincipal: knownOr(labels.source_principal),
          destinationPrincipal: knownOr(labels.destination_principal),
          upperBound: labels.le === undefined ? Number.NaN : boundOf(labels.le),
          operation: knownOr(labels.request_operation),
          value,
        });
      }
    }
  }
  return rows;
}

/** Answers are few; each is read once. */
function responseReader(): (protocol: EdgeProtocol, labels: Labels) => RowResponse {
  const known = new Map<string, RowResponse>();
  return (protocol, labels) => {
    const {
      response_code: code = '',
      grpc_response_status: grpcStatus = '',
      response_flags: flags = '',
    } = labels;
    const key = `${protocol}|${code}|${grpcStatus}|${flags}`;
    const response = known.get(key) ?? responseOf(protocol, { code, grpcStatus, flags });
    known.set(key, response);
    return response;
  };
}

function protocolOf(measure: Measure, labels: Labels): EdgeProtocol | undefined {
  if (tcpMeasures.has(measure)) return 'tcp';
  if (messageMeasures.has(measure)) return 'grpc';
  const protocol = labels.request_protocol;
  return protocol === 'http' || protocol === 'grpc' ? protocol : undefined;
}

/** Where a series begins and ends, as short as it can be told. */
function describe(labels: Labels): string {
  const source = `${labels.source_workload_namespace ?? '?'}/${labels.source_workload ?? '?'}`;
  const destination = `${labels.destination_workload_namespace ?? '?'}/${labels.destination_workload ?? '?'}`;
  const service = labels.destination_service ?? labels.destination_service_name ?? '?';
  return `${source} -> ${destination} (${service}), reported by ${labels.reporter ?? '?'}`;
}
