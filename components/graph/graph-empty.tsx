'use client';

import { Share2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { Graph } from '#lib/contract/graph.ts';
import type { ChangeGraphState, GraphState } from './graph-state.ts';
import { stateWords } from './words.ts';

type EmptyGraphProps = { graph: Graph; state: GraphState; change: ChangeGraphState };

/** No traffic: idle nodes may be shown, or a longer time. */
export function EmptyGraph({ graph, state, change }: EmptyGraphProps) {
  const { changeRange } = useScope();
  const hasIdle = graph.hidden.idle > 0;
  return (
    <EmptyState
      icon={Share2}
      title={stateWords.emptyTitle}
      text={stateWords.emptyText(hasIdle)}
      action={
        <span className="flex gap-2">
          {hasIdle && (
            <Button look="primary" onClick={() => change({ show: [...state.show, 'idle'] })}>
              {stateWords.showIdle}
            </Button>
          )}
          <Button onClick={() => changeRange({ from: 'now-1h', to: 'now' })}>{stateWords.widen}</Button>
        </span>
      }
    />
  );
}

/** The reader hid it all. */
export function NothingLeft({ change }: { change: ChangeGraphState }) {
  return (
    <EmptyState
      icon={Share2}
      title={stateWords.allHiddenTitle}
      text={stateWords.allHiddenText}
      action={
        <Button look="primary" onClick={() => change({ hide: '', focus: '', only: false })}>
          {stateWords.clearHide}
        </Button>
      }
    />
  );
}
