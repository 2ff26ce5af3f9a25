import type { MetricSource } from '#server/sources/interface.ts';
import type { HttpClient } from '#server/sources/observed/http-client.ts';
import { type DiscoveryOptions, discover } from './discover.ts';
import { placeOf } from './tell-look.ts';

export type FoundMetricsOptions = DiscoveryOptions & { open: (client: HttpClient) => MetricSource };

/** The store of Istio's metrics that the cluster has, asked through the API server. */
export function createFoundMetrics({ open, ...options }: FoundMetricsOptions): MetricSource {
  const { finder, client } = discover(options);
  const metrics = open(client);
  return {
    ...metrics,
    async status() {
      // First, so that looking does not take from the time in which the store has to answer.
      const look = await finder.look();
      const { address: _, ...status } = await metrics.status();
      return { ...status, ...placeOf(finder.latest() ?? look, options.search) };
    },
  };
}
