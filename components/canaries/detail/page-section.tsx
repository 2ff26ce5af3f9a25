import type { ReactNode } from 'react';

type PageSectionProps = {
  title: string;
  hint?: string | undefined;
  /** At the end of the title's line: a legend, or a choice. */
  aside?: ReactNode;
  children: ReactNode;
};

/** One part of the page's wide column. */
export function PageSection({ title, hint, aside, children }: PageSectionProps) {
  return (
    <section aria-label={title} className="border-b bg-surface">
      <header className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
        <h2 className="font-semibold">{title}</h2>
        {hint !== undefined && <span className="text-xs text-ink-muted">{hint}</span>}
        <span className="flex-1" />
        {aside}
      </header>
      {children}
    </section>
  );
}
