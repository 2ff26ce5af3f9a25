import type { QualityTally } from '../rows/quality-tally.ts';
import type { NodeSeed } from './node-seed.ts';
import type { PlacedFlow } from './placed-flow.ts';

/**
 * The service graph: each flow ends at the service it addressed and begins at the service that its source is asked
 * through. Sources that no service leads to (gateways, callers outside) stay as they are: they are the roots. What a
 * workload of several services sends is shown once, at the one that is asked most.
 */
export function reduceToServices(placed: readonly PlacedFlow[], quality: QualityTally): PlacedFlow[] {
  const serviceByWorkload = mainServices(placed, quality);
  return placed.flatMap((one) => {
    const target = one.through ?? (one.target.kind === 'workload' ? undefined : one.target);
    const isWaypointTarget = one.target.kind === 'workload' && one.flow.addressed.name !== '';
    if (target === undefined && !isWaypointTarget) {
      quality.note('no_service', `${one.source.name} -> ${one.target.name}`);
      return [];
    }
    return [
      {
        ...one,
        source: serviceByWorkload.get(one.source.id) ?? one.source,
        through: undefined,
        target: target ?? one.target,
      },
    ];
  });
}

/** The service of each workload, by the workload's node id. */
function mainServices(placed: readonly PlacedFlow[], quality: QualityTally): Map<string, NodeSeed> {
  const asked = new Map<string, Map<string, { service: NodeSeed; amount: number }>>();
  for (const { flow, through, target } of placed) {
    // What is restricted is one node, whatever it is asked through.
    if (through === undefined || target.kind === 'restricted') continue;
    const services = asked.get(target.id) ?? new Map();
    asked.set(target.id, services);
    const totals = flow.views[flow.chosen]?.totals;
    const amount = totals?.requests ?? totals?.connectionsOpened ?? 0;
    const known = services.get(through.id);
    services.set(through.id, { service: through, amount: (known?.amount ?? 0) + amount });
  }
  const main = new Map<string, NodeSeed>();
  for (const [workload, services] of asked) {
    if (services.size > 1) quality.note('several_services', workload);
    const [first] = [...services.values()].sort(
      (left, right) => right.amount - left.amount || (left.service.id < right.service.id ? -1 : 1),
    );
    if (first !== undefined) main.set(workload, first.service);
  }
  return main;
}
