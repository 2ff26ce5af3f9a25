import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { inboundServicesOf } from './inbound-services.ts';
import { type ProxyRoutes, proxyRoutesOf } from './proxy-routes.ts';
import { type Service, ServiceRegistry } from './services.ts';
import { type ProxyName, type Workload, workloadsOf } from './workloads.ts';

/** What the model knows about the recorded mesh: objects, and what each proxy really has. */
export type MeshModel = {
  snapshot: ObjectsSnapshot;
  workloads: ReadonlyMap<string, Workload>;
  registry: ServiceRegistry;
  routesOf(workload: Workload): ProxyRoutes | undefined;
  /** The service that the callee's proxy names for a port: the first of its inbound cluster. */
  inboundService(workload: Workload, port: number): Service | undefined;
};

/** `readDump` gives a proxy's configuration dump. */
export async function readMeshModel(
  snapshot: ObjectsSnapshot,
  readDump: (proxy: ProxyName) => Promise<unknown>,
): Promise<MeshModel> {
  const workloads = workloadsOf(snapshot);
  const routes = new Map<string, ProxyRoutes>();
  const inbound = new Map<string, ReadonlyMap<number, Service>>();
  for (const { key, proxy } of workloads.values()) {
    if (proxy === undefined) continue;
    const dump = await readDump(proxy);
    routes.set(key, proxyRoutesOf(dump));
    inbound.set(key, inboundServicesOf(dump));
  }
  return {
    snapshot,
    workloads,
    registry: new ServiceRegistry(snapshot, [...workloads.values()]),
    routesOf: ({ key }) => routes.get(key),
    inboundService: ({ key }, port) => inbound.get(key)?.get(port),
  };
}
