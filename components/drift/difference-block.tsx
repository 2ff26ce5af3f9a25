'use client';

import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Chip } from '#components/ui/chip.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { useIsNarrow } from '#components/ui/use-media.ts';
import type { ResourceDifference } from '#lib/contract/drift.ts';
import { ChangeList } from './change-list.tsx';
import type { LineLayout } from './comparison-state.ts';
import { SplitLines } from './split-lines.tsx';
import { UnifiedLines } from './unified-lines.tsx';
import { words } from './words.ts';

type DifferenceBlockProps = {
  difference: ResourceDifference;
  left: string;
  lines: LineLayout;
  isOpenAtFirst: boolean;
};

/** One resource that differs: its name and how many fields, and below both forms of them. */
export function DifferenceBlock({ difference, left, lines, isOpenAtFirst }: DifferenceBlockProps) {
  const { section, name, kind, changes, moreChanges, notes } = difference;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const isNarrow = useIsNarrow();
  const bodyId = useId();
  const isSplit = lines === 'split' && kind === 'changed' && !isNarrow;
  return (
    <section aria-label={`${words.sectionOne(section)} ${name}`} className="rounded-lg border bg-surface">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-9 w-full flex-wrap items-center gap-x-2 gap-y-0.5 rounded-lg px-3 py-1 text-left hover:bg-hover"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={classNames('shrink-0 text-ink-muted', isOpen && 'rotate-90')}
        />
        <span className="text-ink-muted">{words.sectionOne(section)}</span>
        <span className="mono min-w-0 font-medium wrap-anywhere">{name}</span>
        <Chip tone={kind === 'changed' ? 'warn' : 'fail'}>{words.kinds[kind](left)}</Chip>
        {changes.length > 0 && (
          <span className="text-ink-muted">{words.fieldsDiffer(changes.length + moreChanges)}</span>
        )}
      </button>
      {isOpen && (
        <div id={bodyId} className="border-t">
          {notes.map((note) => (
            <p key={note} className="border-b px-3 py-1.5 text-ink-muted wrap-anywhere">
              {note}
            </p>
          ))}
          {changes.length > 0 && <ChangeList changes={changes} moreChanges={moreChanges} left={left} />}
          {isSplit ? (
            <SplitLines lines={difference.lines} left={left} />
          ) : (
            <UnifiedLines lines={difference.lines} />
          )}
        </div>
      )}
    </section>
  );
}
