import type { Membership } from '#lib/contract/inventory.ts';
import { explainMembership } from './explain-membership.ts';
import type { InventoryWorkload } from './inventory.ts';
import type { ListFacts } from './list-facts.ts';

/** How several workloads together are in the mesh: as all of them, or `partial` where only some are. */
export function groupMembership(
  workloads: readonly InventoryWorkload[],
  { namespaceOf }: Pick<ListFacts, 'namespaceOf'>,
): Membership {
  const each = workloads.map((workload) => ({
    name: workload.name,
    membership: explainMembership(workload, namespaceOf(workload.namespace)),
  }));
  const known = each.filter(({ membership }) => membership.mode !== 'unknown');
  const [first, ...others] = known;
  if (first === undefined) {
    const text =
      each.length === 0
        ? 'No workload stands behind it, so there is nothing that could be in the mesh.'
        : 'None of its workloads has pods now, and only a pod shows whether it is in the mesh.';
    return { mode: 'unknown', why: { text, evidence: [] } };
  }
  if (others.every(({ membership }) => membership.mode === first.membership.mode)) {
    if (others.length === 0) return first.membership;
    return {
      mode: first.membership.mode,
      why: { ...first.membership.why, text: `All of its workloads alike. ${first.membership.why.text}` },
    };
  }
  const outside = known.find(({ membership }) => membership.mode === 'none' || membership.mode === 'partial');
  const told = outside ?? first;
  return {
    mode: outside === undefined ? first.membership.mode : 'partial',
    why: { ...told.membership.why, text: `${told.name}: ${told.membership.why.text}` },
  };
}
