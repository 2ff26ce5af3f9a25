import { type Config, getConfig } from '#server/config.ts';
import { createHomeCluster } from './cluster/home-cluster.ts';
import type { Sources } from './interface.ts';
import { createRecording } from './recording/recording.ts';
import { openFile } from './snapshot/open-file.ts';
import { createSnapshot } from './snapshot/snapshot.ts';
import { summariseTraces } from './tracing/summarise-traces.ts';

/**
 * Builds what a configuration names; what it does not name is looked for among the Services of the cluster. Nothing else
 * is contacted.
 */
export function createSources(config: Config): Sources {
  if (config.VIGLA_SNAPSHOT !== undefined)
    return {
      ...createSnapshot(openFile(config.VIGLA_SNAPSHOT), {
        findTraces: (spans, search) => summariseTraces({ spans: [...spans], warnings: [] }, search).fitting,
      }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  if (config.VIGLA_MODE === 'demo')
    return {
      ...createRecording({ folder: config.VIGLA_RECORDING }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  return createHomeCluster(config);
}

const processWide: { [key: symbol]: Sources | undefined } = globalThis;
const key = Symbol.for('vigla.sources');

/**
 * The sources of this process. The framework loads this module once for each bundle, hence the place on the global object.
 * @throws ViglaError `bad_configuration`
 */
export function getSources(): Sources {
  processWide[key] ??= createSources(getConfig());
  return processWide[key];
}
