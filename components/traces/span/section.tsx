import type { ReactNode } from 'react';

type SectionProps = { title: string; aside?: ReactNode; children: ReactNode };

/** One block of a span's details, with a hairline below. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section aria-label={title} className="border-b px-4 py-2.5 last:border-b-0">
      <div className="mb-1 flex min-h-5 items-center gap-2">
        <h3 className="flex-1 font-semibold">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
