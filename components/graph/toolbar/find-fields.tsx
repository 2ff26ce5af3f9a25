'use client';

import { CircleMinus, Search } from 'lucide-react';
import type { Ref } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { Graph } from '#lib/contract/graph.ts';
import type { ChangeGraphState, GraphState } from '../graph-state.ts';
import { toolbarWords } from '../words.ts';
import { FindField, type FindFieldHandle } from './find-field.tsx';
import { FindHelp } from './find-help.tsx';

type FindFieldsProps = {
  /** Before hiding, so that completion knows all values. */
  graph: Graph | undefined;
  foundCount: number;
  state: GraphState;
  change: ChangeGraphState;
  findRef: Ref<FindFieldHandle>;
  hideRef: Ref<FindFieldHandle>;
  className?: string;
  /** Below each other, each as wide as there is room. */
  isStacked?: boolean;
};

/** What is marked and what is left out. */
export function FindFields(props: FindFieldsProps) {
  const { graph, foundCount, state, change, findRef, hideRef, className, isStacked = false } = props;
  return (
    <span className={classNames('gap-2', isStacked ? 'grid' : 'flex items-center', className)}>
      <FindField
        ref={findRef}
        label={toolbarWords.find}
        icon={Search}
        value={state.find}
        onChange={(find) => change({ find }, { history: 'replace' })}
        graph={graph}
        count={state.find.trim() === '' ? undefined : foundCount}
        countTitle={toolbarWords.matches(foundCount)}
        className={isStacked ? undefined : 'w-48 min-w-28'}
      />
      <span
        className={classNames('gap-2', isStacked ? 'grid grid-cols-[1fr_auto]' : 'flex min-w-0 items-center')}
      >
        <FindField
          ref={hideRef}
          label={toolbarWords.hide}
          icon={CircleMinus}
          value={state.hide}
          onChange={(hide) => change({ hide }, { history: 'replace' })}
          graph={graph}
          className={isStacked ? undefined : 'w-38 min-w-28'}
        />
        <FindHelp onFind={(find) => change({ find })} />
      </span>
    </span>
  );
}
