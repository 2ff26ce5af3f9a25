'use client';

import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { Graph } from '#lib/contract/graph.ts';
import type { ChangeGraphState, GraphState } from '../graph-state.ts';
import { toolbarWords } from '../words.ts';
import { BoxesMenu, LabelsMenu, ShowMenu } from './display-menus.tsx';
import type { FindFieldHandle } from './find-field.tsx';
import { FindFields } from './find-fields.tsx';

/** Where the writing begins when the panel opens; otherwise nothing asks for a keyboard. */
export type MoreTarget = 'find' | 'hide' | 'anything';

type MoreMenuProps = {
  graph: Graph | undefined;
  foundCount: number;
  state: GraphState;
  change: ChangeGraphState;
  /** Undefined while it is closed. */
  target: MoreTarget | undefined;
  onTarget: (target: MoreTarget | undefined) => void;
  /** Compare, replay, export and views, which narrow screens have no row for. */
  children: ReactNode;
};

/** What the toolbar has no room for on this screen, in one panel. */
export function MoreMenu({ graph, foundCount, state, change, target, onTarget, children }: MoreMenuProps) {
  const findRef = useRef<FindFieldHandle>(null);
  const hideRef = useRef<FindFieldHandle>(null);
  const isChanged = [state.find, state.hide, state.compare].some((text) => text.trim() !== '');
  const handleOpenAutoFocus = (event: Event) => {
    event.preventDefault();
    if (target === 'find') findRef.current?.focus();
    else if (target === 'hide') hideRef.current?.focus();
    else if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
  };
  return (
    <Popover
      label={toolbarWords.more}
      align="end"
      open={target !== undefined}
      onOpenChange={(isOpen) => onTarget(isOpen ? 'anything' : undefined)}
      onOpenAutoFocus={handleOpenAutoFocus}
      // The list of completions hangs out of it.
      className="w-90 overflow-y-visible! p-3"
      trigger={
        <Button className="lg:hidden">
          <SlidersHorizontal size={14} aria-hidden />
          {toolbarWords.more}
          {isChanged && <span aria-hidden className="size-1.5 rounded-full bg-accent md:hidden" />}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        <FindFields
          graph={graph}
          foundCount={foundCount}
          state={state}
          change={change}
          findRef={findRef}
          hideRef={hideRef}
          isStacked
          className="md:hidden"
        />
        <div className="flex flex-col gap-2 max-md:border-t max-md:pt-2 [&>button]:justify-start [&>button>svg]:ml-auto">
          <BoxesMenu state={state} change={change} />
          <LabelsMenu state={state} change={change} />
          <ShowMenu state={state} change={change} />
        </div>
        <div className="flex flex-wrap gap-2 border-t pt-2 md:hidden">{children}</div>
      </div>
    </Popover>
  );
}
