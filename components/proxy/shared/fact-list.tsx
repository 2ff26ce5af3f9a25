import type { ReactNode } from 'react';

export type DetailFact = { term: string; value: ReactNode };

/** What is said of an open row, in two columns of terms and values where there is room. Empty values are left out. */
export function FactList({ facts }: { facts: readonly DetailFact[] }) {
  const told = facts.filter(({ value }) => value !== undefined && value !== null && value !== '');
  if (told.length === 0) return null;
  return (
    <dl className="grid gap-x-8 gap-y-0.5 text-sm lg:grid-cols-2">
      {told.map(({ term, value }) => (
        <div key={term} className="flex min-w-0 gap-3">
          <dt className="w-32 shrink-0 text-ink-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
