import type { SourceStatus } from '#lib/contract/status.ts';
import { messageOf } from '#server/errors.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { Matcher } from '#server/metrics/query.ts';
import type { RunQuery } from './prometheus.ts';
import { instantRows } from './row-shapes.ts';

export type ProbeOptions = {
  address: string;
  extraMatchers: readonly Matcher[];
  timeoutMs: number;
  run: RunQuery;
  signal: AbortSignal;
};

/** Longer than this, and whoever asks for the status would rather know that the store is slow. */
const maximumProbeMs = 5000;

/** Asks whether the store answers at all, and whether it knows a mesh; with queries alone, for many stores have no more. */
export async function probeStatus({
  address,
  extraMatchers,
  run,
  signal,
  ...options
}: ProbeOptions): Promise<SourceStatus> {
  const timeoutMs = Math.min(options.timeoutMs, maximumProbeMs);
  const ask = (query: string) =>
    run({ path: '/api/v1/query', form: { query }, shape: instantRows, signal, timeoutMs });
  const requests = toPromQL(
    { fn: 'sum', selector: { metric: 'istio_requests_total', matchers: [] }, by: [] },
    { extraMatchers },
  );
  try {
    await ask('vector(1)');
    const { rows, warnings } = await ask(requests);
    if (rows.length > 0)
      return { id: 'prometheus', state: 'ok', address, ...(warnings.length > 0 && { details: warnings }) };
    const reason =
      'It has no istio_requests_total: check that it scrapes the proxies, and PROMETHEUS_EXTRA_MATCHERS where they are set.';
    return { id: 'prometheus', state: 'degraded', address, reason };
  } catch (error) {
    return { id: 'prometheus', state: 'down', address, reason: messageOf(error) };
  }
}
