import type { ObjectsSnapshot, Sources } from '#server/sources/interface.ts';
import { type GraphFacts, graphFactsOf } from './facts/graph-facts.ts';

const kept = new WeakMap<ObjectsSnapshot, GraphFacts>();

/** The facts of a snapshot, made once for each: objects change far less often than graphs are asked for. */
export function factsOfSnapshot(
  snapshot: ObjectsSnapshot,
  { mode, recordedShiftMs }: Pick<Sources, 'mode' | 'recordedShiftMs'>,
): GraphFacts {
  const known = kept.get(snapshot);
  if (known !== undefined) return known;
  const { objects, cluster } = snapshot;
  // A snapshot of the recorded mesh has its times, too.
  const createdTimesHold = mode !== 'demo' && recordedShiftMs === undefined;
  const facts = graphFactsOf({ objects, objectsKnown: true, cluster, createdTimesHold });
  kept.set(snapshot, facts);
  return facts;
}
