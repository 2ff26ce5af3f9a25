import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type CardProps = {
  title: string;
  hint?: string;
  link?: { text: string; href: string };
  className?: string;
  children: ReactNode;
};

export function Card({ title, hint, link, className, children }: CardProps) {
  return (
    <section
      aria-label={title}
      className={classNames('min-w-0 overflow-hidden rounded-lg border bg-surface', className)}
    >
      <header className="flex h-10 items-center gap-2 whitespace-nowrap px-3 text-sm">
        <h2 className="text-base font-semibold">{title}</h2>
        {hint !== undefined && <span className="truncate text-ink-muted">{hint}</span>}
        <span className="flex-1" />
        {link !== undefined && (
          <Link href={link.href} className="text-accent hover:underline">
            {link.text}
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}
