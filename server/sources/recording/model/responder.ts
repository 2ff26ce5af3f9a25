import {
  type Answer,
  type Behaviour,
  ordinaryAnswers,
  type SpecialAnswer,
  specialAnswer,
} from './answers.ts';
import { behaviourByWorkload, inIncident, standardBehaviour } from './behaviours.ts';
import { latencyClasses } from './classes.ts';
import type { MeshModel } from './mesh-model.ts';
import { demandsMutualTls } from './plaintext.ts';
import { answeredStep, type Ends, type Receiver } from './reports.ts';
import type { Latency, Step } from './step.ts';
import { type WaitingCase, waitingCases } from './waiting.ts';
import type { Workload } from './workloads.ts';

/** Where nothing listens: every listener of this proxy was rejected. */
const withoutListeners = ['broken/rejected'];
/** How much of its usual time a workload is at work itself when it waits for a slow one. */
const ownShare = 0.4;
const refusalSize = { requestBytes: 640, responseBytes: 220 };

/** A request at the door of a workload. `special` is set where how it ends is settled. */
export type Arrival = {
  ends: Ends & { destination: Workload };
  podPort: number;
  special?: Answer | undefined;
  /** Builds the calls that the workload makes because of it. */
  also: () => Step[];
};

/** How requests end, in normal times or while an incident has hit one workload. */
export class Responder {
  readonly #mesh: MeshModel;
  readonly #incident: string;
  /** Every workload that was reached. */
  readonly reached = new Set<string>();

  /** `incident` is `<namespace>/<name>` of the workload hit, or empty. */
  constructor(mesh: MeshModel, incident: string) {
    this.#mesh = mesh;
    this.#incident = incident;
  }

  arrived({ ends, podPort, special, also: buildCalls }: Arrival): Step {
    const { destination } = ends;
    const unreached = { ...ends, destination: undefined, isMutualTls: false };
    if (withoutListeners.includes(destination.key)) {
      return this.ended(destination.key, unreached, 'connectionFailed');
    }
    if (!ends.isMutualTls && demandsMutualTls(this.#mesh.snapshot, destination, podPort)) {
      return this.ended(destination.key, unreached, 'connectionReset');
    }
    this.reached.add(destination.key);
    const behaviour = this.behaviour(destination);
    const receiver = this.#receiver(destination, podPort);
    const served = (name: string, latency: Latency, also: readonly Step[]): Step => {
      const usual = { ...behaviour, latency };
      const answers =
        special === undefined
          ? ordinaryAnswers(usual, ends.source !== undefined)
          : [special.name === 'delayed' ? { ...special, latency } : special];
      return {
        ...answeredStep({ name, ends, answers, size: behaviour.size, receiver }),
        also,
        isArrival: true,
      };
    };
    const { latency } = behaviour;
    const quickestMs = latencyClasses(latency)[0]?.value ?? 0;
    const coveredMs = quickestMs * 0.9;
    const cases = waitingCases(buildCalls(), coveredMs);
    const ownTime = ({ longestMs }: WaitingCase): Latency =>
      longestMs <= coveredMs
        ? latency
        : { medianMs: latency.medianMs * ownShare, spread: latency.spread, offsetMs: longestMs };
    const [only, ...others] = cases;
    if (only !== undefined && others.length === 0) return served(destination.key, ownTime(only), only.calls);
    return {
      name: destination.key,
      oneOf: cases.map((one, index) => ({
        share: one.share,
        step: served(`waits ${index}`, ownTime(one), one.calls),
      })),
    };
  }

  /** A TCP connection; `podPort` where a workload takes it. */
  connected(name: string, ends: Ends, podPort = 0): Step {
    const { destination } = ends;
    if (destination !== undefined) this.reached.add(destination.key);
    const { size, latency } = this.behaviour(destination);
    const answer = { ...specialAnswer('mirrored'), source: { code: '0', flags: '-' }, latency };
    const receiver = destination === undefined ? undefined : this.#receiver(destination, podPort);
    return answeredStep({ name, ends, answers: [answer], size, receiver, isTcp: true });
  }

  /** A destination outside the mesh: only the caller's proxy says anything. */
  outside(name: string, ends: Ends): Step {
    const { size } = standardBehaviour;
    return answeredStep({ name, ends, answers: ordinaryAnswers(standardBehaviour, true), size });
  }

  /** A request that ends at the caller's proxy. */
  ended(name: string, ends: Ends, answer: SpecialAnswer): Step {
    return this.endedWith(name, ends, specialAnswer(answer));
  }

  endedWith(name: string, ends: Ends, answer: Answer): Step {
    return answeredStep({ name, ends, answers: [answer], size: refusalSize });
  }

  behaviour(workload: Workload | undefined): Behaviour {
    const usual = behaviourByWorkload[workload?.key ?? ''] ?? standardBehaviour;
    return workload !== undefined && workload.key === this.#incident ? inIncident(usual) : usual;
  }

  /** Gateways have no inbound clusters: they count what they send on, not what they are sent. */
  #receiver(workload: Workload, podPort: number): Receiver | undefined {
    const service = this.#mesh.inboundService(workload, podPort);
    return service === undefined
      ? undefined
      : { service, isHttp: this.#mesh.registry.isHttp(service, podPort) };
  }
}
