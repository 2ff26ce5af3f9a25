import ELK from 'elkjs/lib/elk-api';
import type { LayoutId } from '../layouts.ts';
import { arrangeByElk, type ElkEngine } from './arrange-by-elk.ts';
import { arrangeNested } from './arrange-nested.ts';
import type { Arrangement } from './arrangement.ts';
import { arrangeByRank } from './rank-columns.ts';
import type { Topology } from './topology.ts';
import { workerFailure } from './worker-failure.ts';

type StartedElk = { engine: ElkEngine; failed: Promise<never> };
let elk: StartedElk | undefined;

/** Arranges the inside of a box by ELK in its worker. */
export async function arrangeIsland(content: Topology, layout: LayoutId): Promise<Arrangement> {
  if (content.nodes.length === 1) return arrangeNested(content, arrangeByRank);
  elk ??= startElk();
  return Promise.race([arrangeByElk(content, layout, elk.engine), elk.failed]);
}

function startElk(): StartedElk {
  const worker = new Worker(new URL('./elk-worker.ts', import.meta.url));
  const failed = workerFailure(worker);
  failed.catch(() => {
    elk = undefined;
  });
  return { engine: new ELK({ workerFactory: () => worker }), failed };
}
