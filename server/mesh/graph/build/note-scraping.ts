import type { GraphFacts } from '../facts/graph-facts.ts';
import type { Flow } from '../flows/flow.ts';
import type { QualityTally } from '../rows/quality-tally.ts';

/**
 * Workloads whose traffic is known only from the other end although they have a proxy of their own: it is not scraped,
 * or its metrics are switched off. Told only where the objects say that there is a proxy.
 */
export function noteScraping(flows: readonly Flow[], facts: GraphFacts, quality: QualityTally): void {
  const reporting = { source: new Set<string>(), destination: new Set<string>() };
  const named = { source: new Set<string>(), destination: new Set<string>() };
  for (const { source, destination, views } of flows) {
    const from = `${source.namespace}/${source.workload}`;
    const to = `${destination.namespace}/${destination.workload}`;
    if (views.source !== undefined) {
      reporting.source.add(from);
      named.destination.add(to);
    }
    if (views.destination !== undefined) {
      reporting.destination.add(to);
      named.source.add(from);
    }
    // A waypoint speaks for the workloads behind it.
    if (views.waypoint !== undefined) reporting.destination.add(to);
  }
  const hasProxy = (workload: string) => facts.workloads.get(workload)?.hasSidecar === true;
  for (const workload of named.source)
    if (hasProxy(workload) && !reporting.source.has(workload)) quality.note('source_not_scraped', workload);
  for (const workload of named.destination)
    if (hasProxy(workload) && !reporting.destination.has(workload))
      quality.note('destination_not_scraped', workload);
}
