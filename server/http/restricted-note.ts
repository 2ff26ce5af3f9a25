import type { Answer } from '#lib/contract/envelope.ts';
import type { LoadContext } from '#server/sources/interface.ts';

/** An answer with one warning more where something is kept from who asks: what is said holds for the rest alone. */
export function withRestrictedNote<Data>(
  answer: Answer<Data>,
  { visibleNamespaces }: LoadContext,
): Answer<Data> {
  if (visibleNamespaces === undefined) return answer;
  return { ...answer, warnings: [...answer.warnings, { code: 'restricted', source: 'vigla', message }] };
}

const message =
  'You may not see every namespace: objects, traffic and traces of the others are left out, and what is said here does not consider them. Visible is where you may list pods.';
