import type { ObjectsSnapshot, Sources } from '#server/sources/interface.ts';
import { type GraphFacts, graphFactsOf } from './facts/graph-facts.ts';

const kept = new WeakMap<ObjectsSnapshot, GraphFacts>();

/** The facts of a snapshot, made once for each: objects change far less often than graphs are asked for. */
export function factsOfSnapshot(snapshot: ObjectsSnapshot, mode: Sources['mode']): GraphFacts {
  const known = kept.get(snapshot);
  if (known !== undefined) return known;
  const { objects, cluster } = snapshot;
  const facts = graphFactsOf({ objects, objectsKnown: true, cluster, createdTimesHold: mode !== 'demo' });
  kept.set(snapshot, facts);
  return facts;
}
