'use client';

import type { Explanation } from '#lib/contract/evidence.ts';
import { Chip } from './chip.tsx';
import { CommandLine } from './command-line.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Popover } from './popover.tsx';

type WhyPopoverProps = {
  /** What is explained, for instance `Why the reporters differ`. */
  title: string;
  explanation: Explanation;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** The same small pill at every verdict; it opens the sentence, its proof and the command that shows the same. */
export function WhyPopover({ title, explanation, side = 'bottom' }: WhyPopoverProps) {
  return (
    <Popover
      label={title}
      side={side}
      align="end"
      className="w-[340px] p-3"
      trigger={
        <button
          type="button"
          aria-label={title}
          className="inline-flex h-[18px] items-center whitespace-nowrap rounded-full border border-border-strong bg-surface px-1.5 text-2xs font-medium text-ink-muted hover:text-ink data-[state=open]:border-accent data-[state=open]:text-accent"
        >
          why
        </button>
      }
    >
      <WhyBody title={title} explanation={explanation} />
    </Popover>
  );
}

/** The content of the popover, for places that show it in the page itself. */
export function WhyBody({ title, explanation }: { title: string; explanation: Explanation }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 font-semibold">{title}</h2>
        {explanation.evidence.length > 0 && <Chip tone="ok">proven</Chip>}
      </div>
      <p>{explanation.text}</p>
      {explanation.fix !== undefined && <p className="text-ink-muted">{explanation.fix}</p>}
      <EvidenceList evidence={explanation.evidence} />
      {explanation.command !== undefined && <CommandLine command={explanation.command} />}
    </div>
  );
}
