import type { ReactNode } from 'react';

type CardProps = {
  label: string;
  head: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
};

/** One of the frames in an open row: a line of what it is, then its content, which scrolls within. */
export function Card({ label, head, children, foot }: CardProps) {
  return (
    <section
      aria-label={label}
      className="flex min-h-0 min-w-0 flex-col overflow-hidden rounded-md border bg-surface max-lg:min-h-52"
    >
      <div className="flex h-8 shrink-0 items-center gap-2 border-b pr-1.5 pl-3 text-xs whitespace-nowrap">
        {head}
      </div>
      <div className="min-h-0 flex-1 overflow-auto">{children}</div>
      {foot !== undefined && (
        <div className="shrink-0 border-t px-3 py-1.5 text-xs leading-[18px] text-ink-muted">{foot}</div>
      )}
    </section>
  );
}
