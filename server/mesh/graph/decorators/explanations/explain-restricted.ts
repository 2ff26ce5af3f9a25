import type { Explanation } from '#lib/contract/evidence.ts';

/** Why traffic has no name at one end: the user may not see it. */
export function explainRestricted(): Explanation {
  return {
    text: 'What sends or receives this stands in namespaces that you may not see. All of it is one node: its traffic with what you may see is counted, its names are left out.',
    fix: 'Whoever runs the cluster can let you list pods in those namespaces.',
    evidence: [],
  };
}
