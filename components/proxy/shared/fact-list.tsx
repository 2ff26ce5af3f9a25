import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type DetailFact = {
  term: string;
  value: ReactNode;
  /** Needs a line of its own. */
  isWide?: boolean;
};

/** What is said of an open row, in two columns of terms and values where there is room. Empty values are left out. */
export function FactList({ facts }: { facts: readonly DetailFact[] }) {
  const told = facts.filter(({ value }) => value !== undefined && value !== null && value !== '');
  if (told.length === 0) return null;
  return (
    <dl className="grid gap-x-8 gap-y-0.5 text-sm lg:grid-cols-2">
      {told.map(({ term, value, isWide = false }) => (
        <div key={term} className={classNames('flex min-w-0 gap-3', isWide && 'lg:col-span-2')}>
          <dt className="w-32 shrink-0 text-ink-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
