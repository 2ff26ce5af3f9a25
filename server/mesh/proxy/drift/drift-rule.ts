import type { ResourceDifference } from '#lib/contract/drift.ts';
import type { Drift } from '#lib/contract/proxies.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { ControlPlane } from '#server/mesh/proxies/control-plane.ts';
import type { FleetProxy } from '#server/mesh/proxies/fleet.ts';
import type { OwnFacts } from '#server/mesh/proxies/own-facts.ts';
import type { ExpectedEndpoints } from './expected-endpoints.ts';

/** Everything that drift of one proxy is judged from. */
export type DriftFacts = {
  proxy: FleetProxy;
  nowMs: number;
  controlPlane: Pick<ControlPlane, 'answered' | 'silent' | 'versions'>;
  mesh: {
    objects: MeshObjects;
    unread: readonly ObjectKind[];
    rootNamespace: string;
    /** The cluster whose objects these are. */
    cluster: string;
    expectedEndpoints: ExpectedEndpoints;
  };
  /** What the proxy itself said; undefined where it was not asked. */
  own: OwnFacts | undefined;
  /** Where istiod's configuration and Envoy's differ, or why that is not known; undefined where nobody asked. */
  comparison: { differences: readonly ResourceDifference[] } | { failure: string } | undefined;
};

/** Findings of one class, or why it could not be judged. No finding: there is none of it, or nothing to judge. */
export type Judgement = Omit<Drift, 'class'>[] | { undecided: string };

export type DriftRule = (facts: DriftFacts) => Judgement;
