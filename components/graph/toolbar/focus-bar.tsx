'use client';

import { X } from 'lucide-react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { focusDirections } from '#lib/graph/neighbours.ts';
import type { ChangeGraphState, GraphState } from '../graph-state.ts';
import { actionWords, focusTitles, focusWords } from '../words.ts';

type FocusBarProps = {
  /** Undefined when the focused node is not in the graph. */
  name: string | undefined;
  state: GraphState;
  change: ChangeGraphState;
};

const depths = Array.from({ length: 10 }, (_, index) => index + 1);

/** What is in focus, which way and how far. */
export function FocusBar({ name, state, change }: FocusBarProps) {
  return (
    <section
      aria-label={actionWords.focusLabel}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-3 border-b bg-selected px-4 py-1"
    >
      <span className="font-medium">
        {name === undefined ? focusWords.missing : focusWords.sentence(name)}
      </span>
      <ButtonGroup aria-label={actionWords.focusLabel}>
        {focusDirections.map((way) => (
          <Button
            key={way}
            isOn={state.way === way}
            aria-pressed={state.way === way}
            onClick={() => change({ way })}
          >
            {focusTitles[way]}
          </Button>
        ))}
      </ButtonGroup>
      <label className="flex items-center gap-1.5">
        {actionWords.depth}
        <select
          value={state.depth}
          onChange={(event) => change({ depth: Number(event.target.value) })}
          className="h-7 rounded-md border bg-surface px-1.5 text-sm"
        >
          {depths.map((depth) => (
            <option key={depth}>{depth}</option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-1.5">
        <input
          type="checkbox"
          checked={state.only}
          onChange={(event) => change({ only: event.target.checked })}
          className="accent-accent"
        />
        {actionWords.onlyPath}
      </label>
      <Button
        look="quiet"
        isIcon
        className="ml-auto"
        aria-label={actionWords.endFocus}
        onClick={() => change({ focus: '', only: false })}
      >
        <X size={16} aria-hidden />
      </Button>
    </section>
  );
}
