'use client';

import { CircleMinus, Search } from 'lucide-react';
import type { RefObject } from 'react';
import type { Graph } from '#lib/contract/graph.ts';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import { BoxesMenu, LabelsMenu, ShowMenu, TypeMenu } from './toolbar/display-menus.tsx';
import { FindField, type FindFieldHandle } from './toolbar/find-field.tsx';
import { FindHelp } from './toolbar/find-help.tsx';
import { LayoutMenu } from './toolbar/layout-menu.tsx';
import { toolbarWords } from './words.ts';

type GraphToolbarProps = {
  /** Before hiding, so that completion knows all values. */
  graph: Graph | undefined;
  foundCount: number;
  state: GraphState;
  change: ChangeGraphState;
  findRef: RefObject<FindFieldHandle | null>;
  hideRef: RefObject<FindFieldHandle | null>;
};

/** What is drawn, what is marked and what is left out. */
export function GraphToolbar({ graph, foundCount, state, change, findRef, hideRef }: GraphToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label={toolbarWords.label}
      className="flex min-h-11 shrink-0 items-center gap-2 border-b px-4 max-md:px-3"
    >
      <TypeMenu state={state} change={change} />
      <span className="flex min-w-0 items-center gap-2 max-md:hidden">
        <BoxesMenu state={state} change={change} />
        <LabelsMenu state={state} change={change} />
        <ShowMenu state={state} change={change} />
      </span>
      <span className="flex shrink-0 items-center gap-2 max-lg:hidden">
        <span className="h-5 w-px bg-border" />
        <FindField
          ref={findRef}
          label={toolbarWords.find}
          icon={Search}
          value={state.find}
          onChange={(find) => change({ find }, { history: 'replace' })}
          graph={graph}
          count={state.find.trim() === '' ? undefined : foundCount}
          countTitle={toolbarWords.matches(foundCount)}
          className="w-48"
        />
        <FindField
          ref={hideRef}
          label={toolbarWords.hide}
          icon={CircleMinus}
          value={state.hide}
          onChange={(hide) => change({ hide }, { history: 'replace' })}
          graph={graph}
          className="w-38"
        />
        <FindHelp onFind={(find) => change({ find })} />
      </span>
      <span className="flex-1" />
      <LayoutMenu state={state} change={change} />
    </div>
  );
}
