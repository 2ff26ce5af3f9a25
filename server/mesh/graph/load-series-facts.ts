import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { type GraphFacts, graphFactsOf } from './facts/graph-facts.ts';
import { factsOfSnapshot } from './load-facts.ts';
import { type BehindNode, behindNode } from './series/behind-node.ts';

export type SeriesFacts = { facts: GraphFacts; behind: BehindNode; warnings: Warning[] };

/** What the objects say about the ends of a curve. What could not be read is a warning that says what may be missing. */
export async function loadSeriesFacts({ sources, signal }: LoadContext): Promise<SeriesFacts> {
  try {
    const snapshot = await sources.objects.snapshot(signal);
    const facts = factsOfSnapshot(snapshot, sources);
    const warnings = snapshot.unread.map(({ kind, reason }) =>
      objectsWarning(`${kind} objects could not be read, so what they say is not in the curves: ${reason}`),
    );
    return { facts, behind: behindNode(snapshot, facts), warnings };
  } catch (error) {
    const facts = graphFactsOf({
      objects: noObjects,
      objectsKnown: false,
      cluster: 'Kubernetes',
      createdTimesHold: true,
    });
    const message = `Kubernetes objects could not be read, so every service stands for itself alone, without the backends of its routes and without ServiceEntries: ${messageOf(error)}`;
    return {
      facts,
      behind: behindNode({ objects: noObjects, rootNamespace: 'istio-system' }, facts),
      warnings: [objectsWarning(message)],
    };
  }
}

function objectsWarning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}
