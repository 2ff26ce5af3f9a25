import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** Why it is empty and what to do. */
  text?: ReactNode;
  action?: ReactNode;
  /** In a card or a panel rather than a whole page. */
  isSmall?: boolean;
};

export function EmptyState({ icon: Icon, title, text, action, isSmall = false }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        'flex flex-col items-center justify-center gap-1 px-4 text-center',
        isSmall ? 'py-6' : 'h-full min-h-60 py-12',
      )}
    >
      {Icon !== undefined && <Icon size={20} strokeWidth={1.5} aria-hidden className="mb-1 text-ink-muted" />}
      <p className="font-medium">{title}</p>
      {text !== undefined && <p className="max-w-md text-ink-muted">{text}</p>}
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
