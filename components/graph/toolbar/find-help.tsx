'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { operandIds, operands } from '#lib/find/operands.ts';
import { findHelpWords, findPresets } from '../find-words.ts';
import { toolbarWords } from '../words.ts';

/** The language in one page: presets, operators, and every operand out of its registry. */
export function FindHelp({ onFind }: { onFind: (expression: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label={toolbarWords.findHelp}
      open={isOpen}
      onOpenChange={setIsOpen}
      className="w-[520px] p-4"
      trigger={
        <Button look="quiet" isIcon aria-label={toolbarWords.findHelp}>
          <CircleQuestionMark size={14} aria-hidden />
        </Button>
      }
    >
      <h2 className="mb-1 font-semibold">{findHelpWords.presets}</h2>
      <ul className="mb-3 flex flex-wrap gap-1.5">
        {findPresets.map(({ title, expression }) => (
          <li key={expression}>
            <Button
              title={expression}
              onClick={() => {
                onFind(expression);
                setIsOpen(false);
              }}
            >
              {title}
            </Button>
          </li>
        ))}
      </ul>
      <h2 className="mb-1 font-semibold">{findHelpWords.rules}</h2>
      <ul className="mb-3 flex list-disc flex-col gap-1 pl-4 text-ink-muted">
        {findHelpWords.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2 className="mb-1 font-semibold">{findHelpWords.operands}</h2>
      <dl className="grid grid-cols-[168px_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {operandIds().map((id) => (
          <div key={id} className="contents">
            <dt className="mono truncate">{[id, ...operands[id].aliases].join(', ')}</dt>
            <dd className="text-xs leading-5 text-ink-muted">{operands[id].about}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
