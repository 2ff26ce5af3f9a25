'use client';

import { useMemo } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { Traffic } from '#lib/contract/traffic.ts';
import type { Target } from '#lib/target.ts';
import { MinigraphPicture } from './minigraph/minigraph-picture.tsx';
import { placeNeighbours } from './minigraph/place-neighbours.ts';
import { useNeighbours } from './minigraph/use-neighbours.ts';
import { minigraphWords } from './words.ts';

/** Who calls a target and whom it calls, drawn small. */
export function MinigraphPanel({ target }: { target: Target }) {
  const query = useNeighbours(target);
  return (
    <QueryBoundary query={query} isSmall>
      {(traffic) =>
        traffic.node === undefined || traffic.inbound.length + traffic.outbound.length === 0 ? (
          <Alone hasProxy={traffic.node?.inMesh !== false} />
        ) : (
          <Neighbours node={traffic.node} traffic={traffic} />
        )
      }
    </QueryBoundary>
  );
}

/** Without a proxy nobody can say that nothing happened. */
function Alone({ hasProxy }: { hasProxy: boolean }) {
  const { alone, aloneText, notCounted, notCountedText } = minigraphWords;
  return (
    <EmptyState isSmall title={hasProxy ? alone : notCounted} text={hasProxy ? aloneText : notCountedText} />
  );
}

function Neighbours({ node, traffic }: { node: GraphNode; traffic: Traffic }) {
  const neighbourhood = useMemo(() => placeNeighbours(node, traffic), [node, traffic]);
  const { callers, called } = neighbourhood.hidden;
  return (
    <>
      <MinigraphPicture neighbourhood={neighbourhood} />
      {callers + called > 0 && (
        <p className="border-t px-4 py-1.5 text-xs text-ink-muted">
          {minigraphWords.hidden(callers, called)}
        </p>
      )}
    </>
  );
}
