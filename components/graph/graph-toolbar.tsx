'use client';

import { type ReactNode, type RefObject, useImperativeHandle, useRef, useState } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import { BoxesMenu, LabelsMenu, ShowMenu, TypeMenu } from './toolbar/display-menus.tsx';
import type { FindFieldHandle } from './toolbar/find-field.tsx';
import { FindFields } from './toolbar/find-fields.tsx';
import { LayoutMenu } from './toolbar/layout-menu.tsx';
import { MoreMenu, type MoreTarget } from './toolbar/more-menu.tsx';
import { toolbarWords } from './words.ts';

type GraphToolbarProps = {
  /** Before hiding, so that completion knows all values. */
  graph: Graph | undefined;
  foundCount: number;
  state: GraphState;
  change: ChangeGraphState;
  findRef: RefObject<FindFieldHandle | null>;
  hideRef: RefObject<FindFieldHandle | null>;
  /** What stands in the title row where there is room, and behind "More" where there is not. */
  viewActions: ReactNode;
};

/** What is drawn, what is marked and what is left out. */
export function GraphToolbar(props: GraphToolbarProps) {
  const { graph, foundCount, state, change, findRef, hideRef, viewActions } = props;
  const [target, setTarget] = useState<MoreTarget>();
  const wideFind = useRef<FindFieldHandle>(null);
  const wideHide = useRef<FindFieldHandle>(null);
  // Keys reach a field wherever this screen has it.
  useImperativeHandle(findRef, () => ({ focus: () => focusOr(wideFind, () => setTarget('find')) }), []);
  useImperativeHandle(hideRef, () => ({ focus: () => focusOr(wideHide, () => setTarget('hide')) }), []);
  const find = { graph, foundCount, state, change };
  return (
    <div
      role="toolbar"
      aria-label={toolbarWords.label}
      className="flex min-h-11 shrink-0 items-center gap-2 border-b px-4 max-md:px-3"
    >
      <TypeMenu state={state} change={change} />
      <span className="flex min-w-0 items-center gap-2 max-lg:hidden">
        <BoxesMenu state={state} change={change} />
        <LabelsMenu state={state} change={change} />
        <ShowMenu state={state} change={change} />
        <span className="h-5 w-px shrink-0 bg-border" />
      </span>
      <FindFields
        {...find}
        findRef={wideFind}
        hideRef={wideHide}
        className="min-w-0 lg:shrink-0 max-md:hidden"
      />
      <span className="flex-1" />
      <MoreMenu {...find} target={target} onTarget={setTarget}>
        {viewActions}
      </MoreMenu>
      <LayoutMenu state={state} change={change} />
    </div>
  );
}

function focusOr(field: RefObject<FindFieldHandle | null>, otherwise: () => void): boolean {
  const isDone = field.current?.focus() === true;
  if (!isDone) otherwise();
  return isDone;
}
