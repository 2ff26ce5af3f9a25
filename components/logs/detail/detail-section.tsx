import type { ReactNode } from 'react';

/** One block of the opened line, with a hairline below. */
export function DetailSection({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-b px-4 py-2.5 last:border-b-0">
      <div className="mb-1.5 flex items-center gap-2">
        <h3 className="flex-1 font-semibold">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
