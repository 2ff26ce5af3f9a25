import type { AccessLog } from '#lib/contract/logs.ts';

type Column = Exclude<keyof AccessLog, 'format' | 'others' | 'responseFlags' | 'startMs'>;

/** Columns that are numbers; a value that is none is left out. */
const numbers = [
  'responseCode',
  'bytesReceived',
  'bytesSent',
  'durationMs',
  'upstreamServiceTimeMs',
] as const satisfies readonly Column[];
type NumberColumn = (typeof numbers)[number];

function isNumber(column: Column): column is NumberColumn {
  return numbers.some((one) => one === column);
}

/** Envoy writes `-` for what it does not know, JSON has null. */
function isAbsent(value: string | undefined): value is undefined {
  return value === undefined || value === '-' || value === '';
}

/**
 * An access log out of its columns as text. Absent values are left out, and so are numbers that are none; flags come
 * comma-separated.
 */
export function accessLogOf(
  format: AccessLog['format'],
  columns: Readonly<Partial<Record<Column | 'responseFlags', string | undefined>>>,
  beside: { startMs: number | undefined; others: Record<string, string> },
): AccessLog {
  const access: AccessLog = { format, responseFlags: flagsOf(columns.responseFlags), others: beside.others };
  if (beside.startMs !== undefined && !Number.isNaN(beside.startMs)) access.startMs = beside.startMs;
  for (const column of columnNames) {
    const value = columns[column];
    if (isAbsent(value)) continue;
    if (!isNumber(column)) access[column] = value;
    else if (Number.isFinite(Number(value))) access[column] = Number(value);
  }
  return access;
}

function flagsOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((flag) => flag !== '' && flag !== '-');
}

/** The names of Istio's default JSON access log, and where their values go. */
export const columnByField: Readonly<Record<string, Column>> = {
  method: 'method',
  path: 'path',
  protocol: 'protocol',
  authority: 'authority',
  response_code: 'responseCode',
  response_code_details: 'responseCodeDetails',
  connection_termination_details: 'connectionTerminationDetails',
  upstream_transport_failure_reason: 'upstreamTransportFailureReason',
  bytes_received: 'bytesReceived',
  bytes_sent: 'bytesSent',
  duration: 'durationMs',
  upstream_service_time: 'upstreamServiceTimeMs',
  x_forwarded_for: 'forwardedFor',
  user_agent: 'userAgent',
  request_id: 'requestId',
  trace_id: 'traceId',
  upstream_host: 'upstreamHost',
  upstream_cluster: 'upstreamCluster',
  upstream_local_address: 'upstreamLocalAddress',
  downstream_local_address: 'downstreamLocalAddress',
  downstream_remote_address: 'downstreamRemoteAddress',
  requested_server_name: 'requestedServerName',
  route_name: 'routeName',
};

const columnNames: readonly Column[] = Object.values(columnByField);
