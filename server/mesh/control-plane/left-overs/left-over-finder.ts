import type { LeftOver } from '#lib/contract/mesh.ts';
import type { ControlPlaneFacts } from '../facts.ts';

/** What a finder looks at; `revisions` are those with a control plane, here or elsewhere. */
export type LeftOverFacts = Pick<ControlPlaneFacts, 'objects' | 'rootNamespace'> & {
  revisions: ReadonlySet<string>;
};

/** One kind of thing that earlier installations leave behind. */
export type LeftOverFinder = (facts: LeftOverFacts) => LeftOver[];
