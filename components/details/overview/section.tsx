import type { ReactNode } from 'react';

type SectionProps = { title: string; note?: ReactNode; children: ReactNode };

export function Section({ title, note, children }: SectionProps) {
  return (
    <section aria-label={title} className="border-b pb-3">
      <h2 className="flex items-baseline gap-2 px-4 pt-3 pb-2">
        <span className="font-semibold">{title}</span>
        {note !== undefined && <span className="text-ink-muted">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
