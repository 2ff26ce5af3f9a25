import { setTimeout as sleep } from 'node:timers/promises';
import { coalesce } from '#server/coalesce.ts';
import type { Config } from '#server/config.ts';
import type { Sources, UnusableCluster } from '#server/sources/interface.ts';
import type { Kubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { logger } from '#server/telemetry.ts';
import { createRemoteCluster, type RemoteCluster } from './remote-cluster.ts';
import {
  configuredConnections,
  type KeyedConnection,
  reasonOf,
  secretConnections,
} from './remote-connections.ts';

export type OpenedClusters = {
  remotes: readonly RemoteCluster[];
  unusable: readonly UnusableCluster[];
};

/** How long remote secrets are believed. */
const secretsLifetimeMs = 30_000;
/** Each costs some thirty watches. */
const mostClusters = 20;
/** A cluster that has not said its name by then is called by its context meanwhile. */
const namePatienceMs = 3_000;

type Opened = { remote: RemoteCluster } | { unusable: UnusableCluster };
type Secrets = { connections: readonly KeyedConnection[]; failure?: UnusableCluster };

/**
 * The clusters of the mesh beside the home cluster: contexts and remote secrets, as the configuration says. One that is
 * down is among them, and its sources say so.
 */
export function openOtherClusters(
  config: Config,
  { home, kubernetes }: { home: Sources; kubernetes: Pick<Kubernetes, 'snapshot' | 'remoteSecrets'> },
): (signal: AbortSignal) => Promise<OpenedClusters> {
  const configured = configuredConnections(config);
  const opened = new Map<string, Opened>();
  let latest: Secrets['connections'] = [];
  const secrets = coalesce<Secrets>({
    lifetimeMs: secretsLifetimeMs,
    maximumSize: 1,
    sizeOf: () => 1,
    now: Date.now,
  });

  async function readSecrets(signal: AbortSignal): Promise<Secrets> {
    try {
      latest = await secretConnections(kubernetes, signal);
      return { connections: latest };
    } catch (error) {
      // What failed says nothing about which clusters there are: those of before stay.
      return { connections: latest, failure: { name: 'remote secrets', reason: reasonOf(error) } };
    }
  }

  function open(connection: KeyedConnection): Opened {
    try {
      return { remote: createRemoteCluster(config, connection, home) };
    } catch (error) {
      const unusable = { name: connection.otherwise, reason: reasonOf(error) };
      logger().warn(unusable, 'a further cluster cannot be opened');
      return { unusable };
    }
  }

  function sync(connections: readonly KeyedConnection[]): void {
    const named = new Set(connections.map(({ key }) => key));
    for (const [key, known] of opened) {
      if (named.has(key)) continue;
      opened.delete(key);
      if ('remote' in known) void known.remote.stop();
    }
    for (const connection of connections)
      if (!opened.has(connection.key)) opened.set(connection.key, open(connection));
  }

  return async (signal) => {
    const told: Secrets =
      config.VIGLA_REMOTE_SECRETS === 'true'
        ? await secrets.get('', readSecrets, signal)
        : { connections: [] };
    const connections = [...configured, ...told.connections];
    sync(connections.slice(0, mostClusters));
    const all = [...opened.values()];
    const remotes = all.flatMap((one) => ('remote' in one ? [one.remote] : []));
    await Promise.race([
      Promise.all(remotes.map(({ named }) => named)),
      sleep(namePatienceMs, undefined, { ref: false }),
    ]);
    return {
      remotes,
      unusable: [
        ...(told.failure === undefined ? [] : [told.failure]),
        ...all.flatMap((one) => ('unusable' in one ? [one.unusable] : [])),
        ...connections.slice(mostClusters).map(({ otherwise }) => ({ name: otherwise, reason: tooMany })),
      ],
    };
  };
}

const tooMany = `Vigla reads ${mostClusters} further clusters at most.`;
