import { formatAge } from '#lib/format-time.ts';
import type { DriftFacts } from './drift-rule.ts';
import { thresholds } from './thresholds.ts';

/** In what way istiod lacks a proxy that runs: at most one of the three classes. */
type Absence =
  | { kind: 'none' }
  | { kind: 'undecided'; because: string }
  /** No replica has it, and it has no configuration of any. */
  | { kind: 'neverConnected' }
  /** No replica has it, but it has been given configuration before. */
  | { kind: 'connectedToNone' }
  /** No replica has it; what it has itself is not known. */
  | { kind: 'unknownToIstiod' };

/**
 * Whether a pod's proxy is missing at istiod. Only the word of all replicas decides, and a pod that has just started is
 * given the time to connect.
 */
export function absenceOf({ proxy, nowMs, controlPlane, own }: DriftFacts): Absence {
  const { object, sync, connection } = proxy;
  if (sync !== undefined || connection !== undefined || object === undefined) return { kind: 'none' };
  if (controlPlane.answered.length === 0)
    return { kind: 'undecided', because: 'No replica of istiod could be asked whether it knows this proxy.' };
  if (controlPlane.silent.length > 0)
    return {
      kind: 'undecided',
      because: `${controlPlane.silent.join(', ')} did not answer: the proxy may be connected there.`,
    };
  if (object.status.phase !== 'Running')
    return {
      kind: 'undecided',
      because: `The pod is ${object.status.phase ?? 'in an unknown phase'}: its proxy may not run yet.`,
    };
  const startedMs = Date.parse(object.status.startTime ?? object.metadata.creationTimestamp ?? '');
  if (nowMs - startedMs < thresholds.connectMs)
    return {
      kind: 'undecided',
      because: `The pod started ${formatAge((nowMs - startedMs) / 1000)}: its proxy may not have connected yet.`,
    };
  if (own?.dynamicCount === undefined) return { kind: 'unknownToIstiod' };
  return { kind: own.dynamicCount === 0 ? 'neverConnected' : 'connectedToNone' };
}

/** What the three rules have in common: an undecided absence is told once, by the first of them. */
export function replicasText({ controlPlane }: DriftFacts): string {
  const { answered } = controlPlane;
  return answered.length === 1
    ? `istiod's only replica ${answered[0]} does not list it`
    : `none of istiod's ${answered.length} replicas lists it (${answered.join(', ')})`;
}
