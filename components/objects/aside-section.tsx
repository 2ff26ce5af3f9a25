import type { ReactNode } from 'react';

type AsideSectionProps = { title: string; note?: string | undefined; children: ReactNode };

export function AsideSection({ title, note, children }: AsideSectionProps) {
  return (
    <section aria-label={title} className="px-4 py-3">
      <h2 className="mb-1.5 flex items-baseline gap-2 font-semibold">
        {title}
        {note !== undefined && <span className="text-xs font-normal text-ink-muted">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
