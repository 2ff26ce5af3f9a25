import type { GraphFigures } from '#lib/contract/compare-graph.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { ChangedAspect } from './changed-aspects.ts';
import { healthAspect } from './health-aspect.ts';

export type NodeFacts = {
  /** Both sides know the objects of the mesh. */
  knowsObjects: boolean;
  /** An edge of it came, went or changed. */
  isTouched: boolean;
};

/** What changed about a node that is in both graphs, as far as both know of objects. Its traffic is told by its edges. */
export function nodeAspects(
  { before, after }: { before: GraphNode; after: GraphNode },
  { knowsObjects, isTouched }: NodeFacts,
): ChangedAspect[] {
  const weight = Math.max(throughOf(before), throughOf(after));
  // Around a threshold chance alone moves a verdict on traffic.
  const isBeyondChance = isTouched || isOfObjects(before) || isOfObjects(after);
  const health = isBeyondChance ? healthAspect(before, after, weight) : [];
  if (!knowsObjects) return health;
  return [
    ...health,
    ...membershipAspect(before, after, weight),
    ...podsAspect(before, after),
    ...badgesAspect(before, after),
  ];
}

/** Whether objects are a reason of its state, such as pods that are not ready. */
function isOfObjects({ health }: GraphNode): boolean {
  return health.reasons.some(({ evidence }) => evidence.some(({ kind }) => kind === 'object'));
}

/** Requests per second that come in, or go out where that is more. */
export function throughOf({ requestsInPerSecond = 0, requestsOutPerSecond = 0 }: GraphNode): number {
  return Math.max(requestsInPerSecond, requestsOutPerSecond);
}

/** What a table shows of a node. */
export function nodeFigures({ health, requestsInPerSecond }: GraphNode): GraphFigures {
  return {
    health: health.status,
    ...(requestsInPerSecond === undefined ? {} : { requestsPerSecond: requestsInPerSecond }),
  };
}

function membershipAspect(before: GraphNode, after: GraphNode, weight: number): ChangedAspect[] {
  if (before.inMesh === after.inMesh || before.inMesh === undefined || after.inMesh === undefined) return [];
  return [{ aspect: 'inMesh', says: after.inMesh ? 'It joined the mesh.' : 'It left the mesh.', weight }];
}

function podsAspect({ podCount: was }: GraphNode, { podCount: is }: GraphNode): ChangedAspect[] {
  if (was === undefined || is === undefined || was === is) return [];
  return [{ aspect: 'pods', says: `Pods: ${was} → ${is}.`, weight: 0 }];
}

function badgesAspect(before: GraphNode, after: GraphNode): ChangedAspect[] {
  const [was, is] = [textsOf(before), textsOf(after)];
  const says = [
    ...is.filter((text) => !was.includes(text)).map((text) => `New: ${text}`),
    ...was.filter((text) => !is.includes(text)).map((text) => `No more: ${text}`),
  ];
  return says.length === 0 ? [] : [{ aspect: 'badges', says: says.join(' '), weight: 0 }];
}

function textsOf({ badges }: GraphNode): string[] {
  return badges.map(({ text }) => text);
}
