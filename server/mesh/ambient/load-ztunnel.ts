import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { ZtunnelPolicy, ZtunnelQuery, ZtunnelService } from '#lib/contract/ztunnel.ts';
import { ViglaError } from '#server/errors.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { loadDump } from '#server/mesh/proxy/load-dump.ts';
import { envoyOf } from '#server/mesh/proxy/load-envoy.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { ztunnelJobs } from './ztunnel/jobs.ts';
import { policyNote, policyObject, serviceObject } from './ztunnel/objects-behind.ts';
import type { ZtunnelRows } from './ztunnel/ztunnel-job.ts';

/** What every table answers beside its rows. */
type Table<Row> = { rows: Row[]; problems: string[]; readAt: string; byteCount: number };

/** The tables of one ztunnel's dump. Each throws `not_found` for a pod that is no ztunnel, and `source_*` as the proxy does. */
export function loadZtunnelWorkloads(query: ZtunnelQuery, context: LoadContext) {
  return loadTable(query, context, { job: ztunnelJobs.workloads, parameters: null });
}

export async function loadZtunnelServices(
  query: ZtunnelQuery,
  context: LoadContext,
): Promise<Answer<Table<ZtunnelService>>> {
  const { data, warnings } = await loadTable(query, context, { job: ztunnelJobs.services, parameters: null });
  const { objects } = await context.sources.objects.snapshot(context.signal);
  return {
    data: { ...data, rows: data.rows.map((row) => ({ ...row, ...serviceObject(row, objects) })) },
    warnings,
  };
}

export async function loadZtunnelPolicies(
  query: ZtunnelQuery,
  context: LoadContext,
): Promise<Answer<Table<ZtunnelPolicy>>> {
  const { data, warnings } = await loadTable(query, context, { job: ztunnelJobs.policies, parameters: null });
  const { objects } = await context.sources.objects.snapshot(context.signal);
  const rows = data.rows.map((row) => ({ ...row, ...policyObject(row, objects), ...policyNote(row) }));
  return { data: { ...data, rows }, warnings };
}

export function loadZtunnelCertificates(query: ZtunnelQuery, context: LoadContext) {
  const { sources } = context;
  const parameters = { nowMs: sources.now(), shiftMs: sources.recordedShiftMs ?? 0 };
  return loadTable(query, context, { job: ztunnelJobs.certificates, parameters });
}

export function loadZtunnelConnections(query: ZtunnelQuery, context: LoadContext) {
  return loadTable(query, context, { job: ztunnelJobs.connections, parameters: null });
}

export function loadZtunnelConfig(query: ZtunnelQuery, context: LoadContext) {
  return loadTable(query, context, { job: ztunnelJobs.config, parameters: null });
}

export function loadZtunnelMetrics(query: ZtunnelQuery, context: LoadContext) {
  const read: Read = ({ sources, signal }) =>
    envoyOf(sources).admin(query, { path: 'agent/stats/prometheus' }, signal);
  return loadTable(query, context, { job: ztunnelJobs.metrics, parameters: null, read });
}

type Read = (context: LoadContext) => Promise<Uint8Array>;
type Work<Row, Parameters> = {
  job: DumpJob<Parameters, ZtunnelRows<Row>>;
  parameters: Parameters;
  /** What the table is made of; the configuration dump where left out. */
  read?: Read;
};

async function loadTable<Row, Parameters>(
  { namespace, pod }: ZtunnelQuery,
  context: LoadContext,
  { job, parameters, read }: Work<Row, Parameters>,
): Promise<Answer<Table<Row>>> {
  const { sources, signal } = context;
  const snapshot = await sources.objects.snapshot(signal);
  requireZtunnel(snapshot, { namespace, pod });
  const bytes = await (read?.(context) ?? loadDump({ namespace, pod }, undefined, context));
  const { rows, problems } = await runJob(job, { inputs: [bytes], parameters, signal });
  const warnings = problems.map((message): Warning => ({ code: 'dump_problem', source: 'envoy', message }));
  const readAt = new Date(sources.now()).toISOString();
  return { data: { rows, problems, readAt, byteCount: bytes.length }, warnings };
}

function requireZtunnel(snapshot: ObjectsSnapshot, at: { namespace: string; pod: string }): void {
  const { type } = findProxy(snapshot, at);
  if (type !== 'ztunnel')
    throw new ViglaError(
      'not_found',
      `The proxy of ${at.namespace}/${at.pod} is no ztunnel but a ${type}; its tables are below /api/proxies.`,
    );
}
