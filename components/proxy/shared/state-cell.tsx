import { CircleFadingArrowUp, LogOut, type LucideIcon, OctagonX, Pin, TriangleAlert } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { ItemState } from '#lib/contract/proxy-sections.ts';
import type { SectionRow } from '../section/section-definition.ts';
import { words } from '../words.ts';

type StateLook = { icon?: LucideIcon; className: string };

const looks: Record<ItemState, StateLook> = {
  active: { className: 'text-ink-muted' },
  static: { icon: Pin, className: 'text-ink-muted' },
  warming: { icon: CircleFadingArrowUp, className: 'text-warn' },
  draining: { icon: LogOut, className: 'text-info' },
  rejected: { icon: OctagonX, className: 'text-fail' },
};

/** In which state of its life an item is; an item in use whose last update was refused says so. */
export function StateCell({ row: { state, errorState } }: { row: SectionRow }) {
  const isRefused = errorState !== undefined && state !== 'rejected';
  const { icon: Icon, className } = isRefused
    ? { icon: TriangleAlert, className: 'text-warn' }
    : looks[state];
  return (
    <span
      className={classNames('inline-flex items-center gap-1', className)}
      title={errorState?.details ?? words.stateSentences[state]}
    >
      {Icon !== undefined && <Icon size={13} aria-hidden className="shrink-0" />}
      {isRefused ? words.updateRefused : words.states[state]}
    </span>
  );
}
