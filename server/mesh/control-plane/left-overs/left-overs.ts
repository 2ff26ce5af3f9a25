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

/** What earlier installations left behind, each with the reason and the command that would remove it. */
export function leftOvers(
  { objects, rootNamespace }: ControlPlaneFacts,
  planes: readonly ControlPlane[],
): LeftOver[] {
  const revisions = new Set(planes.map(({ revision }) => revision));
  return finders.flatMap((find) => find({ objects, rootNamespace, revisions }));
}
