import { join } from 'node:path';
import { demoMetrics } from '#server/sources/recording/exposition.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { startServer } from '#tests/support/local-server.ts';
import { forwardFlags } from '#tests/support/pod-ports.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { startTraceStore } from '#tests/support/trace-stores.ts';
import { istiodPods, writeExtraObjects } from './extra-objects.ts';
import { writeFreshLogs } from './fresh-logs.ts';
import { startRecordedEnvoy, startRecordedIstiod } from './recorded-servers.ts';

/** Where faults can be switched on. */
export const doors = ['api', 'prometheus', 'jaeger', 'envoy', 'istiod', 'otherIstiod'] as const;
export type Door = (typeof doors)[number];

export type FaultyMesh = Record<Door, FaultyProxy> & {
  /** For Vigla: a cluster whose API server is behind its door. */
  kubeconfig: string;
  /** istiod sends every proxy its configuration again, so that what was read of them is old. */
  push(): void;
  /** Another life of the API server at the same address, which knows no version of before; `empty` without any object. */
  startApi(options?: { isEmpty: boolean }): Promise<void>;
  stop(): Promise<void>;
};

/** The proxy that is asked behind a door of its own; all others answer through the API server's. */
export const faultyProxyPod = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };

const historySeconds = 900;
const historyStepSeconds = 30;

/** A recorded mesh with a real Prometheus, two replicas of istiod and a Jaeger, each behind a door that can fail. */
export async function startFaultyMesh(): Promise<FaultyMesh> {
  let pushCount = 0;
  const stops: (() => Promise<void>)[] = [];
  const stopLater = <Started extends { stop(): Promise<void> }>(started: Started): Started => {
    stops.push(() => started.stop());
    return started;
  };
  const behindDoor = async (server: { url: string; stop(): Promise<void> }) => {
    stopLater(server);
    return stopLater(await startFaultyProxy(server.url));
  };
  const [prometheus, jaeger, envoy, istiod, otherIstiod] = await Promise.all([
    startScrapingPrometheus(stopLater).then(behindDoor),
    startTraceStore('jaegerWithoutSummaries').then(behindDoor),
    startRecordedEnvoy(faultyProxyPod).then(behindDoor),
    startRecordedIstiod({ hasProxies: true, pushCount: () => pushCount }).then(behindDoor),
    startRecordedIstiod({ hasProxies: false, pushCount: () => pushCount }).then(behindDoor),
  ]);
  const forwards = forwardFlags({
    'istio-system/tracing:80': new URL(jaeger.url).host,
    [`istio-system/${istiodPods[0]}:15014`]: new URL(istiod.url).host,
    [`istio-system/${istiodPods[1]}:15014`]: new URL(otherIstiod.url).host,
    [`${faultyProxyPod.namespace}/${faultyProxyPod.pod}:15000`]: new URL(envoy.url).host,
  });
  const flags = [...forwards, '-logs', writeFreshLogs()];
  const load = [join(bookinfoFolder, 'kubernetes'), writeExtraObjects()];
  let running: Kubeapi = await startKubeapi({ load, flags });
  const port = Number(new URL(running.url).port);
  const api = await startFaultyProxy(running.url);
  return {
    api,
    prometheus,
    jaeger,
    envoy,
    istiod,
    otherIstiod,
    kubeconfig: writeKubeconfig(api.url),
    push() {
      pushCount += 1;
    },
    async startApi({ isEmpty } = { isEmpty: false }) {
      await running.stop();
      running = await startKubeapi({ load: isEmpty ? [] : load, flags, port });
    },
    async stop() {
      await api.stop();
      await running.stop();
      for (const stop of stops.reverse()) await stop();
    },
  };
}

/** Its past is written, its present scraped from the same model of traffic. */
async function startScrapingPrometheus(
  stopLater: <Started extends { stop(): Promise<void> }>(started: Started) => Started,
) {
  const recording = createRecording({});
  const exporter = stopLater(
    await startServer(async (response) => {
      const { body, contentType } = await demoMetrics(recording);
      response.writeHead(200, { 'content-type': contentType }).end(body);
    }),
  );
  const nowSeconds = Math.floor(Date.now() / 1000);
  const atSeconds = Array.from(
    { length: historySeconds / historyStepSeconds + 1 },
    (_, index) => nowSeconds - historySeconds + index * historyStepSeconds,
  );
  return startPrometheus({
    backfill: exporterHistory(atSeconds),
    targets: [`${exporter.url}/demo/metrics`],
    scrapeIntervalSeconds: 5,
  });
}
