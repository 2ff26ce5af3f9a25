import type { GraphFacts } from '../facts/graph-facts.ts';
import type { QualityTally } from '../rows/quality-tally.ts';
import type { PlacedFlow } from './placed-flow.ts';

type Window = { nowSeconds: number; windowSeconds: number };

/**
 * The seconds over which a flow is averaged: the window, or the age of the younger of its two namespaces. Dividing by a
 * window in which the namespace did not exist yet would dilute every rate.
 */
export function rateSeconds(
  facts: GraphFacts,
  window: Window,
  quality: QualityTally,
): (placed: PlacedFlow) => number {
  const cut = new Map<string, number>();
  for (const [namespace, createdSeconds] of facts.namespaceCreatedSeconds) {
    const age = window.nowSeconds - createdSeconds;
    if (age > 0 && age < window.windowSeconds) cut.set(namespace, age);
  }
  const noted = new Set<string>();
  const secondsIn = (namespace: string): number => {
    const age = cut.get(namespace);
    if (age === undefined) return window.windowSeconds;
    if (!noted.has(namespace)) {
      noted.add(namespace);
      quality.note('window_cut', namespace);
    }
    return age;
  };
  return ({ flow: { source, destination, addressed } }) =>
    Math.min(
      secondsIn(source.namespace),
      secondsIn(destination.namespace === '' ? addressed.namespace : destination.namespace),
    );
}
