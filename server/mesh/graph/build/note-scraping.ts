import type { GraphFacts } from '../facts/graph-facts.ts';
import type { Flow } from '../flows/flow.ts';
import type { Party } from '../rows/edge-row.ts';
import type { QualityTally } from '../rows/quality-tally.ts';

/**
 * Workloads whose traffic is known only from the other end although they have a proxy of their own: it is not scraped,
 * or its metrics are switched off. Told only where the objects say that there is a proxy.
 */
export function noteScraping(flows: readonly Flow[], facts: GraphFacts, quality: QualityTally): void {
  const bySource = { from: new Set<Party>(), to: new Set<Party>() };
  const byDestination = { from: new Set<Party>(), to: new Set<Party>() };
  const byWaypoint = new Set<Party>();
  for (const { source, destination, views } of flows) {
    if (views.source !== undefined) {
      bySource.from.add(source);
      bySource.to.add(destination);
    }
    if (views.destination !== undefined) {
      byDestination.from.add(source);
      byDestination.to.add(destination);
    }
    // A waypoint speaks for the workloads behind it.
    if (views.waypoint !== undefined) byWaypoint.add(destination);
  }
  const reporting = {
    source: workloadNames(bySource.from),
    destination: workloadNames(new Set([...byDestination.to, ...byWaypoint])),
  };
  const named = { source: workloadNames(byDestination.from), destination: workloadNames(bySource.to) };
  const hasProxy = (workload: string) => facts.workloads.get(workload)?.hasSidecar === true;
  for (const workload of named.source)
    if (hasProxy(workload) && !reporting.source.has(workload)) quality.note('source_not_scraped', workload);
  for (const workload of named.destination)
    if (hasProxy(workload) && !reporting.destination.has(workload))
      quality.note('destination_not_scraped', workload);
}

/** `<namespace>/<name>` of each; the same name in two clusters counts as one. */
function workloadNames(parties: ReadonlySet<Party>): Set<string> {
  const names = new Set<string>();
  for (const { namespace, workload } of parties) names.add(`${namespace}/${workload}`);
  return names;
}
