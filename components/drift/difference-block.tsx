'use client';

import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Chip } from '#components/ui/chip.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { ResourceDifference } from '#lib/contract/drift.ts';
import type { ComparedSides } from './compared-sides.ts';
import { TwoFormsPanel } from './two-forms-panel.tsx';
import { words } from './words.ts';

type DifferenceBlockProps = {
  difference: ResourceDifference;
  sides: ComparedSides;
  isOpenAtFirst: boolean;
};

/** One resource that differs: its name and how many fields, and below both forms of them. */
export function DifferenceBlock({ difference, sides, isOpenAtFirst }: DifferenceBlockProps) {
  const { section, name, kind, changes, moreChanges, notes } = difference;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();
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
        <Chip tone={kind === 'changed' ? 'warn' : 'fail'}>{words.kinds[kind](sides)}</Chip>
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
          <TwoFormsPanel
            changes={changes}
            moreChanges={moreChanges}
            lines={difference.lines}
            sides={sides}
            isWhole={kind !== 'changed'}
          />
        </div>
      )}
    </section>
  );
}
