import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { openZtunnelDump, type ZtunnelDump } from './ztunnel-dump.ts';

export type ZtunnelRows<Row> = { rows: Row[]; problems: string[] };

/** A job that makes one table of ztunnel's dump, named `ztunnel-<section>`. */
export function ztunnelJob<Row, Parameters = null>(
  section: string,
  rowsOf: (dump: ZtunnelDump, parameters: Parameters) => ZtunnelRows<Row>,
): DumpJob<Parameters, ZtunnelRows<Row>> {
  return {
    name: `ztunnel-${section}`,
    run: ([bytes = new Uint8Array()], parameters) => rowsOf(openZtunnelDump(bytes), parameters),
  };
}
