import type { ReactNode } from 'react';

type SectionProps = {
  title: string;
  count: number;
  /** Said in place of the content when there is none. */
  empty: string;
  children: ReactNode;
};

/** One part of the answer, with how many there are of it. */
export function Section({ title, count, empty, children }: SectionProps) {
  return (
    <section aria-label={title} className="border-b bg-surface">
      <h2 className="flex items-baseline gap-2 px-4 pt-3 pb-2">
        <span className="font-semibold">{title}</span>
        {count > 0 && <span className="mono text-2xs text-ink-muted">{count}</span>}
        {count === 0 && <span className="text-ink-muted">{empty}</span>}
      </h2>
      {count > 0 && <div className="overflow-x-auto pb-3">{children}</div>}
    </section>
  );
}
