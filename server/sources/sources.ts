import { type Config, getConfig } from '#server/config.ts';
import { createMeshClusters, type MeshClusters } from './cluster/mesh-clusters.ts';
import type { Sources } from './interface.ts';
import { createRecording } from './recording/recording.ts';
import { openFile } from './snapshot/open-file.ts';
import { createSnapshot } from './snapshot/snapshot.ts';
import { summariseTraces } from './tracing/summarise-traces.ts';

/**
 * Builds what a configuration names; what it does not name is looked for among the Services of the cluster. Nothing else
 * is contacted.
 */
export function createMesh(config: Config): MeshClusters {
  if (config.VIGLA_SNAPSHOT !== undefined) return { home: openSnapshot(config.VIGLA_SNAPSHOT, config) };
  if (config.VIGLA_MODE === 'demo') {
    const recording = createRecording({ folder: config.VIGLA_RECORDING });
    return { home: { ...recording, healthRules: config.VIGLA_HEALTH_TOLERANCES } };
  }
  return createMeshClusters(config);
}

/** The sources of the home cluster. */
export function createSources(config: Config): Sources {
  return createMesh(config).home;
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
const othersProcessWide: { [key: symbol]: MeshClusters['others'] } = globalThis;
const key = Symbol.for('vigla.sources');
const othersKey = Symbol.for('vigla.otherClusters');
const beforeKey = Symbol.for('vigla.before');

/**
 * The sources of the home cluster, of this process. The framework loads this module once for each bundle, hence the place
 * on the global object.
 * @throws ViglaError `bad_configuration`
 */
export function getSources(): Sources {
  if (processWide[key] === undefined) {
    const mesh = createMesh(getConfig());
    processWide[key] = mesh.home;
    othersProcessWide[othersKey] = mesh.others;
  }
  return processWide[key];
}

/**
 * Lists the further clusters of the mesh; undefined where there cannot be any.
 * @throws ViglaError `bad_configuration`
 */
export function getOtherClusters(): MeshClusters['others'] {
  getSources();
  return othersProcessWide[othersKey];
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
