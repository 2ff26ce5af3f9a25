import { startBenchMesh } from '../mesh/bench-mesh.ts';
import { type CountingStore, startCountingStore } from './counting-store.ts';
import { type LoadFigures, measureLoad } from './load.ts';

export type LoadedMesh = {
  measure(load: { users: number; seconds: number }): Promise<LoadFigures>;
  stop(): Promise<void>;
};

/** A server with more on its heap than this under load does not let go of what it is done with. */
const heapLimitMb = 1000;

/** The mesh of the benchmarks with a store that counts its questions. */
export async function startLoadedMesh(options: {
  workloads: number;
  withLatency: boolean;
}): Promise<LoadedMesh> {
  let store: CountingStore | undefined;
  const mesh = await startBenchMesh({
    ...options,
    heapLimitMb,
    inFrontOfStore: async (url) => {
      store = await startCountingStore(url);
      return store.url;
    },
  });
  const counting = store;
  if (counting === undefined) throw new Error('nothing stands in front of the store');
  return {
    measure: (load) =>
      measureLoad({ ...load, viglaUrl: mesh.vigla.url, store: counting, namespaces: mesh.namespaces }),
    async stop() {
      await mesh.stop();
      await counting.stop();
    },
  };
}
