import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { ConnectedProxy } from './connected-proxies.ts';

/** What is known of the control plane: its objects, and what each replica of istiod said of itself and its proxies. */
export type ControlPlaneFacts = {
  objects: MeshObjects;
  rootNamespace: string;
  /** Kinds that could not be read: that there are none of them says nothing. */
  unread: ReadonlySet<ObjectKind>;
  proxies: readonly ConnectedProxy[];
  /** Replicas, by pod, that told their proxies. */
  answered: ReadonlySet<string>;
  /** Why others did not, by pod. */
  failures: ReadonlyMap<string, string>;
  /** What each replica calls its own version, by pod. */
  versions: ReadonlyMap<string, string>;
};
