import type { Warning } from '#lib/contract/envelope.ts';
import type { Connection } from './connections.ts';
import type { ProxySync } from './sync-states.ts';

/** What all replicas of istiod together know of the proxies. */
export type ControlPlane = {
  /** Replicas that said which proxies they have; empty where there is no way to istiod. */
  answered: readonly string[];
  /** Replicas that did not: a proxy that nobody knows may be connected to one of them. */
  silent: readonly string[];
  /** By `<pod>.<namespace>`. */
  syncs: ReadonlyMap<string, ProxySync>;
  connections: ReadonlyMap<string, Connection>;
  /** Istio's version of each replica that gave it. */
  versions: ReadonlyMap<string, string>;
  warnings: readonly Warning[];
};

/** What is known without any way to istiod. */
export function unknownControlPlane(warning: Warning): ControlPlane {
  return {
    answered: [],
    silent: [],
    syncs: new Map(),
    connections: new Map(),
    versions: new Map(),
    warnings: [warning],
  };
}
