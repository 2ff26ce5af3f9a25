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
  if (config.VIGLA_SNAPSHOT !== undefined) return openSnapshot(config.VIGLA_SNAPSHOT, config);
  if (config.VIGLA_MODE === 'demo')
    return {
      ...createRecording({ folder: config.VIGLA_RECORDING }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  return createHomeCluster(config).sources;
}

function openSnapshot(path: string, config: Config): Sources {
  return {
    ...createSnapshot(openFile(path), {
      findTraces: (spans, search) => summariseTraces({ spans: [...spans], warnings: [] }, search).fitting,
    }),
    healthRules: config.VIGLA_HEALTH_TOLERANCES,
  };
}

const processWide: { [key: symbol]: Sources | undefined } = globalThis;
const key = Symbol.for('vigla.sources');
const beforeKey = Symbol.for('vigla.before');

/**
 * The sources of this process. The framework loads this module once for each bundle, hence the place on the global object.
 * @throws ViglaError `bad_configuration`
 */
export function getSources(): Sources {
  processWide[key] ??= createSources(getConfig());
  return processWide[key];
}

/**
 * The earlier snapshot that stands beside the sources, to compare them with; undefined where none was opened.
 * @throws ViglaError `bad_configuration`
 */
export function getBefore(): Sources | undefined {
  const config = getConfig();
  const { VIGLA_SNAPSHOT_BEFORE: path } = config;
  if (path !== undefined) processWide[beforeKey] ??= openSnapshot(path, config);
  return processWide[beforeKey];
}
