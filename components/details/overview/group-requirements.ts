import type { Requirement } from '#lib/contract/details.ts';

const order: readonly Requirement['state'][] = ['failed', 'warning', 'unknown', 'ok', 'notApplicable'];

/** Requirements by their outcome, the worst first; outcomes that none has are left out. */
export function groupRequirements(
  requirements: readonly Requirement[],
): { state: Requirement['state']; requirements: Requirement[] }[] {
  return order.flatMap((state) => {
    const ofState = requirements.filter((requirement) => requirement.state === state);
    return ofState.length === 0 ? [] : [{ state, requirements: ofState }];
  });
}
