import type { ObjectReference } from '#lib/contract/evidence.ts';

/** How an object comes to say something about a workload or service. */
export const applyingWays = [
  'selector',
  'namespace',
  'mesh',
  'target',
  'host',
  'destination',
  'gateway',
] as const;
export type ApplyingWay = (typeof applyingWays)[number];

/** An Istio or Gateway API object that says something about a thing: by which way, with the field that makes it so. */
export type Applying = {
  object: ObjectReference;
  way: ApplyingWay;
  /** `spec.selector.matchLabels: app=reviews` */
  because: string;
};
