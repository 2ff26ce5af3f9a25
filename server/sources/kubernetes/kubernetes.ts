import type { SourceStatus } from '#lib/contract/status.ts';
import { type ObjectKind, objectKindNames } from '#lib/objects/kinds.ts';
import type { LogSource, ObjectSource, ObjectsSnapshot, ReviewSource } from '#server/sources/interface.ts';
import type { ForwardPort } from '#server/sources/observed/pod-port.ts';
import type { AskService } from '#server/sources/observed/service-place.ts';
import { logger } from '#server/telemetry.ts';
import { createApiClient } from './api-client.ts';
import { buildSnapshot, listUnread } from './build-snapshot.ts';
import { type ControlPlane, configMapNames, findControlPlane } from './control-plane.ts';
import { describeStatus } from './describe-status.ts';
import type { Discovered } from './discovery.ts';
import { createGate } from './gate.ts';
import { KindReader } from './kind-reader.ts';
import { describeChoice, type KubeconfigOptions, loadKubeconfig } from './kubeconfig.ts';
import { createLogs } from './logs.ts';
import { createPortForward } from './port-forward.ts';
import { startProbe } from './probe.ts';
import { createRemoteSecrets, type RemoteSecrets } from './remote-secrets.ts';
import { createReviews } from './reviews.ts';
import { createServiceProxy } from './service-proxy.ts';
import { defaultTiming, type Timing } from './timing.ts';

export type KubernetesOptions = KubeconfigOptions & {
  /** Where the control plane is taken to be while no istiod is seen. */
  rootNamespace?: string;
  /** Whether users who gave no token are impersonated when their rights are asked for. */
  isImpersonating?: boolean;
  /** What the cluster is called, of what its own istiod says, or `Kubernetes` where that says nothing. */
  nameCluster?: (found: string) => string;
  timing?: Partial<Timing>;
};

/** Pods come and go in bursts; where istiod lives is looked up once for each. */
const controlPlaneDelayMs = 100;

export type Kubernetes = ObjectSource & {
  logs: LogSource;
  forwardPort: ForwardPort;
  askService: AskService;
  reviews: ReviewSource;
  remoteSecrets: RemoteSecrets;
  stop(): Promise<void>;
};

/**
 * The objects of a live cluster, kept current by one list and watch for each kind, the logs of its containers
 * and the ports of its pods.
 * @throws ViglaError `bad_configuration` at once when the kubeconfig is of no use
 */
export function createKubernetes(options: KubernetesOptions): Kubernetes {
  const timing = { ...defaultTiming, ...options.timing };
  const config = loadKubeconfig(options);
  const { found, otherContexts } = describeChoice(options, config);
  const client = createApiClient(config, timing);
  const reviews = createReviews({
    config,
    client,
    timing,
    isImpersonating: options.isImpersonating ?? false,
  });
  const stopped = new AbortController();
  const gate = createGate(timing.firstReadMs);
  const pods = createReader('Pod');
  const configMaps = createReader('ConfigMap');
  const ownReaders = new Map<ObjectKind, AnyReader>([
    ['Pod', pods],
    ['ConfigMap', configMaps],
  ]);
  const readers: AnyReader[] = objectKindNames.map((kind) => ownReaders.get(kind) ?? createReader(kind));
  let built: ObjectsSnapshot | undefined;
  let unread: ObjectsSnapshot['unread'] = [];
  let loggedState: SourceStatus['state'] | undefined;
  let controlPlaneTimer: NodeJS.Timeout | undefined;
  const probe = startProbe({ client, timing, signal: stopped.signal, onKinds: readKinds });

  function createReader<Kind extends ObjectKind>(kind: Kind): KindReader<Kind> {
    return new KindReader({
      kind,
      client,
      timing,
      onObjects: () => {
        built = undefined;
        if (kind === 'Pod') controlPlaneTimer ??= setTimeout(readConfigMaps, controlPlaneDelayMs).unref();
      },
      onState: () => handleState(),
      onVanished: () => probe.doubt(),
    });
  }

  function readKinds(kinds: ReadonlyMap<ObjectKind, Discovered>): void {
    for (const reader of readers) {
      const discovered = kinds.get(reader.kind);
      if (reader.kind === 'ConfigMap' || discovered === undefined) continue;
      const reason = 'reason' in discovered ? discovered.reason : undefined;
      reader.doubt = reason;
      // What is read goes on while discovery cannot tell whether the cluster has it, or a version preferred to it.
      if (reason !== undefined && reader.isReading) continue;
      if ('path' in discovered) reader.read([{ path: discovered.path }]);
      else reader.readNothing(reason === undefined ? { phase: 'absent' } : { phase: 'failing', reason });
    }
  }

  function nameControlPlane(): ControlPlane {
    const found = findControlPlane(pods.objects(), options.rootNamespace ?? 'istio-system');
    return { ...found, cluster: options.nameCluster?.(found.cluster) ?? found.cluster };
  }

  function readConfigMaps(): void {
    controlPlaneTimer = undefined;
    if (stopped.signal.aborted) return;
    const controlPlane = findControlPlane(pods.objects(), options.rootNamespace ?? 'istio-system');
    const path = `/api/v1/namespaces/${controlPlane.rootNamespace}/configmaps`;
    configMaps.read(
      configMapNames(controlPlane).map((name) => ({ path, fieldSelector: `metadata.name=${name}` })),
    );
  }

  function handleState(): void {
    if (pods.state.phase !== 'pending' && !configMaps.isReading) readConfigMaps();
    const nowUnread = listUnread(readers);
    if (JSON.stringify(nowUnread) !== JSON.stringify(unread)) {
      unread = nowUnread;
      built = undefined;
    }
    const isPending = readers.some((reader) => reader.state.phase === 'pending');
    if (!isPending) gate.open();
    // A start that takes its time is not worth a line.
    if (!isPending || loggedState !== undefined) logChange(currentStatus());
  }

  function logChange({ state, reason }: SourceStatus): void {
    if (state === loggedState) return;
    loggedState = state;
    const level = state === 'ok' ? 'info' : 'warn';
    logger()[level]({ source: 'kubernetes', state, reason }, `Kubernetes API ${client.address}: ${state}`);
  }

  function currentStatus(): SourceStatus {
    const rejected = readers.flatMap((reader) => reader.rejected());
    return describeStatus({ address: client.address, kinds: readers, rejected });
  }

  return {
    reviews,
    otherContexts,
    logs: createLogs({ client, timing }),
    forwardPort: createPortForward({ config, client, timing }),
    askService: createServiceProxy(client),
    remoteSecrets: createRemoteSecrets(client, timing),
    async snapshot(signal) {
      await gate.wait(signal);
      // The gate may have opened on time with kinds that no state was ever heard of.
      handleState();
      built ??= buildSnapshot({ readers, controlPlane: nameControlPlane(), unread });
      return built;
    },
    async status() {
      return { ...currentStatus(), found };
    },
    async stop() {
      stopped.abort();
      clearTimeout(controlPlaneTimer);
      gate.open();
      for (const reader of readers) reader.stop();
      await Promise.all([client.close(), reviews.close()]);
    },
  };
}

type AnyReader = Pick<
  KindReader<ObjectKind>,
  | 'kind'
  | 'state'
  | 'doubt'
  | 'wasRead'
  | 'isReading'
  | 'read'
  | 'readNothing'
  | 'writeInto'
  | 'rejected'
  | 'stop'
>;
