'use client';

import { Bell } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { formatQuantity } from '#lib/format-count.ts';
import { usePageWarnings } from './use-page-warnings.ts';
import { words } from './words.ts';

/** Everything that the page's answers complain of. */
export function WarningsBell() {
  const warnings = usePageWarnings();
  return (
    <Popover
      label="Warnings"
      align="end"
      className="w-96 p-3"
      trigger={
        <Button
          look="quiet"
          isIcon
          className="relative"
          aria-label={formatQuantity(warnings.length, 'warning')}
        >
          <Bell size={16} strokeWidth={1.5} aria-hidden />
          {warnings.length > 0 && (
            <span className="mono absolute -top-1 -right-1 rounded-full bg-warn px-1 text-[10px] leading-[14px] font-semibold text-surface">
              {warnings.length}
            </span>
          )}
        </Button>
      }
    >
      <h2 className="mb-2 font-semibold">Warnings</h2>
      {warnings.length === 0 ? (
        <p className="text-ink-muted">{words.noWarnings}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.message}`} className="wrap-anywhere">
              <span className="text-xs text-ink-muted">{warning.source}</span>
              <br />
              {warning.message}
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
