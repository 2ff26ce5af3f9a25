import type { ReactNode } from 'react';

type AsideSectionProps = { title: string; note?: string; action?: ReactNode; children: ReactNode };

export function AsideSection({ title, note, action, children }: AsideSectionProps) {
  return (
    <section aria-label={title} className="border-b">
      <h2 className="flex h-11 items-center gap-2 px-4">
        <span className="font-semibold">{title}</span>
        {note !== undefined && <span className="text-ink-muted">{note}</span>}
        <span className="ml-auto text-sm">{action}</span>
      </h2>
      {children}
    </section>
  );
}
