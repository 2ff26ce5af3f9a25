import { useEffect, useMemo, useRef, useState } from 'react';
import type { BoxBy } from '../graph-canvas-props.ts';
import type { LayoutId } from '../layouts.ts';
import type { VisibleGraph } from '../visible-graph.ts';
import { arrange } from './arrange.ts';
import { arrangeInWorker } from './arrange-in-worker.ts';
import { arrangeIsland } from './arrange-island.ts';
import { arrangeLarge, largeGraphNodes } from './arrange-large.ts';
import { type Arrangement, emptyArrangement } from './arrangement.ts';
import { keepPositions } from './keep-positions.ts';
import { type Topology, topologyKey, topologyOf } from './topology.ts';

export type Arranged = {
  arrangement: Arrangement;
  /** Grows when everything was arranged anew, so that the view should follow. */
  version: number;
  /** Why the layout could not be computed, where it could not. */
  failure: string | undefined;
};

type Question = { graph: VisibleGraph; layout: LayoutId; boxBy: readonly BoxBy[] };

/** The arrangement of a graph. It only depends on topology: new numbers keep the very same one. */
export function useArrangement({ graph, layout, boxBy }: Question): Arranged {
  const topology = useMemo(() => topologyOf(graph, boxBy), [graph, boxBy]);
  const key = useMemo(() => topologyKey(topology), [topology]);
  const kind = `${layout} ${boxBy.join(',')}`;
  const asked = useRef('');
  const last = useRef<{ kind: string; arrangement: Arrangement }>({
    kind: '',
    arrangement: emptyArrangement,
  });
  const [arranged, setArranged] = useState<Arranged>({
    arrangement: emptyArrangement,
    version: 0,
    failure: undefined,
  });

  useEffect(() => {
    const question = `${kind} ${key}`;
    if (asked.current === question) return;
    asked.current = question;
    const show = (fresh: Arrangement, failure: string | undefined) => {
      if (asked.current !== question) return;
      const kept =
        last.current.kind === kind
          ? keepPositions(last.current.arrangement.positions, fresh, topology)
          : undefined;
      last.current = { kind, arrangement: kept ?? fresh };
      setArranged(({ version }) => ({
        arrangement: last.current.arrangement,
        version: kept === undefined ? version + 1 : version,
        failure,
      }));
    };
    thorough(topology, layout).then(
      (fresh) => show(fresh, undefined),
      (error: unknown) =>
        arrangeLarge(topology).then((plain) =>
          show(plain, error instanceof Error ? error.message : String(error)),
        ),
    );
  }, [key, kind, layout, topology]);

  return arranged;
}

/** `async`, so that a browser that refuses to make a worker at all also ends in a rejection. */
async function thorough(topology: Topology, layout: LayoutId): Promise<Arrangement> {
  return topology.nodes.length >= largeGraphNodes
    ? arrangeInWorker(topology)
    : arrange({
        topology,
        arrangeIsland: (content) => arrangeIsland(content, layout),
        mayStack: layout === 'layered',
      });
}
