import { incidentTargets } from './behaviours.ts';
import { CallBuilder } from './call-builder.ts';
import { type CompiledStep, compileStep, type Slots } from './compiled-model.ts';
import { seedOf } from './hash.ts';
import { arrivalsByRegime } from './incidents.ts';
import type { MeshModel } from './mesh-model.ts';
import { arrivalsUntil } from './rhythm.ts';
import { type RootFlow, rootFlowsOf } from './root-flows.ts';

/** A root flow: its arrivals, and what becomes of them in normal times (`''`) and during each incident that reaches it. */
export type ModelFlow = {
  name: string;
  arrivalsUntil(seconds: number): number;
  arrivalsByRegime(seconds: number): ReadonlyMap<string, number>;
  regimes: ReadonlyMap<string, CompiledStep>;
};

export type Model = { seed: number; flows: readonly ModelFlow[]; slots: Readonly<Slots> };

/** Builds the traffic of a mesh. The same mesh and seed give the same requests, in any process and at any time. */
export function buildModel(mesh: MeshModel, seedName = 'vigla'): Model {
  const slots: Slots = { steps: 0, latencies: 0, sizes: 0 };
  const seed = seedOf(seedName);
  const flows = rootFlowsOf(mesh).map((flow) => buildFlow({ mesh, flow, seed, seedName, slots }));
  return { seed, flows, slots };
}

function buildFlow(input: {
  mesh: MeshModel;
  flow: RootFlow;
  seed: number;
  seedName: string;
  slots: Slots;
}): ModelFlow {
  const { mesh, flow, seed, seedName, slots } = input;
  const calm = new CallBuilder(mesh, '');
  const calmStep = flow.stepOf(calm);
  const path = `${seedName}/${flow.name}`;
  const targets = incidentTargets.filter((target) => calm.reached.has(target));
  const regimes = new Map([['', compileStep(calmStep, path, slots)]]);
  for (const target of targets) {
    regimes.set(target, compileStep(flow.stepOf(new CallBuilder(mesh, target)), `${path}!${target}`, slots));
  }
  const arrivals = (seconds: number) => arrivalsUntil(flow.requestsPerSecond, flow.rhythm, seconds);
  const byTarget = arrivalsByRegime({ seed, targets: incidentTargets, arrivalsUntil: arrivals });
  return {
    name: flow.name,
    arrivalsUntil: arrivals,
    // An incident that the flow does not meet is normal time to it.
    arrivalsByRegime:
      targets.length === 0
        ? (seconds) => new Map([['', arrivals(seconds)]])
        : (seconds) => merged(byTarget(seconds), regimes),
    regimes,
  };
}

function merged(
  counts: ReadonlyMap<string, number>,
  regimes: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const [regime, count] of counts) {
    const own = regimes.has(regime) ? regime : '';
    known.set(own, (known.get(own) ?? 0) + count);
  }
  return known;
}
