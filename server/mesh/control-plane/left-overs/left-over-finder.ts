import type { LeftOver } from '#lib/contract/mesh.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { ControlPlaneFacts } from '../facts.ts';

/** What a finder looks at; `revisions` are those with a control plane, here or elsewhere. */
export type LeftOverFacts = Pick<ControlPlaneFacts, 'objects' | 'rootNamespace'> & {
  revisions: ReadonlySet<string>;
};

/** One kind of thing that earlier installations leave behind. */
export type LeftOverFinder = {
  /** Without one of these nothing can be said: what was not read is not gone. */
  needs: readonly ObjectKind[];
  find: (facts: LeftOverFacts) => LeftOver[];
};

/** The kinds that tell which revisions have a control plane. */
export const controlPlaneKinds = ['Pod', 'Deployment', 'MutatingWebhookConfiguration', 'Service'] as const;
