import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ServiceSubject, WorkloadSubject } from '#server/mesh/applies/objects-that-apply.ts';
import type { Inventory } from './inventory.ts';
import type { Machine } from './machines.ts';
import type { TrafficIndex } from './traffic-index.ts';

/** What an item of a list is made of, beside the object that it is about. */
export type ListFacts = {
  cluster: string;
  inventory: Inventory;
  /** Workloads outside Kubernetes. */
  machines: readonly Machine[];
  /** False when the objects could not be read: what telemetry names is then not known to be gone. */
  objectsKnown: boolean;
  traffic: TrafficIndex;
  /** Whether a namespace is among those that were asked for. */
  isAsked(namespace: string): boolean;
  namespaceOf(name: string): ObjectOf<'Namespace'> | undefined;
  /** Istio and Gateway API objects that say something about just this workload or service, or about its namespace. */
  objectsOfWorkload(of: Omit<WorkloadSubject, 'services'>): ObjectReference[];
  objectsOfService(of: ServiceSubject): ObjectReference[];
};
