import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { routeFolding } from './build/route-folding.ts';
import { routeFactsOf } from './route-facts.ts';
import type { BehindService } from './series/subject-matchers.ts';

/** What stands behind services as the graph draws them. Without objects every service stands for itself alone. */
export async function loadBehindServices({ sources, signal }: LoadContext): Promise<BehindService> {
  const { objects, rootNamespace } = await sources.objects.snapshot(signal).then(
    (snapshot) => snapshot,
    () => ({ objects: noObjects, rootNamespace: '' }),
  );
  const inventory = inventoryOf(objects, rootNamespace);
  const routes = routeFactsOf(objects);
  const folding = routeFolding(routes, true);
  const servicesOf = (namespace: string, name: string): readonly string[] => {
    const folded = routes
      .flatMap(({ backends }) => backends)
      .filter(({ service }) => {
        const host = folding.hostOf(service);
        return host?.namespace === namespace && host.name === name;
      })
      .map(({ service }) => service.split('/')[1] ?? service);
    return [...new Set([name, ...folded])].sort();
  };
  return {
    servicesOf,
    workloadsOf(namespace, name) {
      const services = servicesOf(namespace, name).flatMap((one) => inventory.service(namespace, one) ?? []);
      const workloads = services.flatMap((service) => inventory.workloadsOf(service));
      // Without one nothing matches, rather than everything.
      return workloads.length === 0 ? [name] : [...new Set(workloads.map((one) => one.name))].sort();
    },
    hostsOf: (namespace, name) =>
      objects.ServiceEntry.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace)
        ?.spec.hosts ?? [name],
  };
}
