import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';

/** How far back a call makes a caller. */
export const callingSeconds = 600;

/** `<namespace>/<workload>` of those that called a host lately, with how often. */
export type CallingWorkloads = ReadonlyMap<string, number>;

/** Who called a host, as callers' proxies count it; without the store nobody, and a warning says so. */
export async function loadCallingWorkloads(
  host: string,
  { sources, nowSeconds, signal }: LoadContext,
): Promise<{ calling: CallingWorkloads; warnings: Warning[] }> {
  const metrics = ['istio_requests_total', 'istio_tcp_connections_opened_total'];
  try {
    const answers = await Promise.all(
      metrics.map((metric) =>
        sources.metrics.query(
          {
            fn: 'increase',
            selector: {
              metric,
              matchers: [
                { label: 'destination_service', is: '=', value: host },
                { label: 'reporter', is: '=', value: 'source' },
              ],
            },
            windowSeconds: callingSeconds,
            by: ['source_workload_namespace', 'source_workload'],
          },
          nowSeconds,
          signal,
        ),
      ),
    );
    const calling = new Map<string, number>();
    for (const { labels, value } of answers.flatMap(({ rows }) => rows)) {
      const key = `${labels.source_workload_namespace}/${labels.source_workload}`;
      if (value > 0) calling.set(key, (calling.get(key) ?? 0) + value);
    }
    return { calling, warnings: [] };
  } catch (error) {
    const message = `Who calls ${host} could not be counted, so callers stand in no order: ${messageOf(error)}`;
    return { calling: new Map(), warnings: [{ code: 'metrics_missing', source: 'prometheus', message }] };
  }
}
