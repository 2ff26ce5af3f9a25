'use client';

import { TriangleAlert } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { Certificate } from '#lib/contract/proxy-sections.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { formatTimeLeft } from '#lib/format-time-left.ts';

type LifeBarProps = {
  certificate: Pick<Certificate, 'notBefore' | 'notAfter' | 'lifeShare'>;
  isOld?: boolean;
};

/** How much of a certificate's life is over, and how long it still lasts. `isOld` is the server's word. */
export function LifeBar({ certificate: { notBefore, notAfter, lifeShare }, isOld = false }: LifeBarProps) {
  const { nowMs, zone } = useScope();
  const end = Date.parse(notAfter);
  const left = formatTimeLeft((end - nowMs) / 1000);
  const from = formatDateTime({ epochMs: Date.parse(notBefore), zone });
  return (
    <span
      className="inline-flex items-center gap-2"
      title={`${from} – ${formatDateTime({ epochMs: end, zone })}`}
    >
      <span aria-hidden className="h-1.5 w-16 shrink-0 overflow-hidden rounded-full bg-sunken">
        <span
          className={classNames('block h-full rounded-full', isOld ? 'bg-mark-warn' : 'bg-mark-ok')}
          style={{ width: `${Math.min(100, Math.max(0, lifeShare * 100))}%` }}
        />
      </span>
      {isOld && <TriangleAlert size={13} aria-hidden className="shrink-0 text-warn" />}
      <span className="whitespace-nowrap">{left}</span>
    </span>
  );
}
