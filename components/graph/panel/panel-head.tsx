import type { ReactNode } from 'react';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { Health } from '#lib/contract/health.ts';
import { HealthReasons } from './health-reasons.tsx';

type PanelHeadProps = {
  health?: Health;
  /** What kind of thing it is, in words. */
  kind: string;
  title: ReactNode;
  /** The buttons at the right: close, and whatever the panel adds. */
  buttons: ReactNode;
  /** Links and actions below the title. */
  children?: ReactNode;
};

/** State and kind, title, actions, and why it is not healthy. */
export function PanelHead({ health, kind, title, buttons, children }: PanelHeadProps) {
  return (
    <header className="border-b px-4 py-2.5">
      <div className="flex h-7 items-center gap-2">
        {health !== undefined && <StatusBadge status={health.status} isPlate />}
        <span className="flex-1 truncate text-ink-muted">{kind}</span>
        {buttons}
      </div>
      <h2 className="mt-1 text-[15px] leading-6 font-semibold tracking-[-0.011em] wrap-anywhere">{title}</h2>
      {children !== undefined && (
        <div className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm font-medium">{children}</div>
      )}
      {health !== undefined && <HealthReasons health={health} />}
    </header>
  );
}

/** An action that reads like a link. */
export function PanelAction({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="text-accent hover:underline">
      {children}
    </button>
  );
}
