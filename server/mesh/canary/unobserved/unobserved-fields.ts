import type { CanaryItem } from '#lib/contract/canaries.ts';
import { messageOf } from '#server/errors.ts';
import type { UnobservedAnswer } from '../judged-answer.ts';
import { configuredFields } from '../split-fields.ts';

/** What list and page say of a split whose requests could not be counted: what is configured, and why there is no more. */
export function unobservedFields(
  answer: UnobservedAnswer,
): Omit<CanaryItem, 'sources'> & { unobserved: string } {
  const unobserved = reasonOf(answer);
  return {
    ...configuredFields(answer),
    verdict: { status: 'unobserved', text: unobserved },
    summary: `Not observed: ${unobserved}`,
    unobserved,
  };
}

/** The store's own words where they name it. */
function reasonOf({ failure }: UnobservedAnswer): string {
  const said = messageOf(failure);
  return said.includes('Prometheus') ? said : `Prometheus could not be read: ${said}`;
}
