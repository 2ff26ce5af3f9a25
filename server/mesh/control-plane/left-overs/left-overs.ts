import type { ControlPlane, LeftOver } from '#lib/contract/mesh.ts';
import type { ControlPlaneFacts } from '../facts.ts';
import type { LeftOverFinder } from './left-over-finder.ts';
import { operatorDeployment, operatorNamespace, operatorObjects } from './operator.ts';
import { istiodServices, revisionConfigMaps } from './revision-objects.ts';
import { injectionWebhooks } from './webhooks.ts';

const finders: readonly LeftOverFinder[] = [
  operatorDeployment,
  operatorNamespace,
  operatorObjects,
  injectionWebhooks,
  revisionConfigMaps,
  istiodServices,
];

/**
 * What earlier installations left behind, each with the reason and the command that would remove it; and a note where some
 * of it was not looked for, because objects that decide could not be read.
 */
export function leftOvers(
  { objects, rootNamespace, unread }: Pick<ControlPlaneFacts, 'objects' | 'rootNamespace' | 'unread'>,
  planes: readonly ControlPlane[],
): { leftOvers: LeftOver[]; leftOversNote?: string } {
  const revisions = new Set(planes.map(({ revision }) => revision));
  const missing = [...new Set(finders.flatMap(({ needs }) => needs.filter((kind) => unread.has(kind))))];
  const found = finders
    .filter(({ needs }) => !needs.some((kind) => unread.has(kind)))
    .flatMap(({ find }) => find({ objects, rootNamespace, revisions }));
  if (missing.length === 0) return { leftOvers: found };
  return {
    leftOvers: found,
    leftOversNote: `Not everything was looked for: ${missing.join(', ')} could not be read.`,
  };
}
