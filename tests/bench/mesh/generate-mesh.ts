import { createRandom } from './random.ts';

export type BenchWorkload = {
  namespace: string;
  service: string;
  version: string;
  name: string;
  pods: number;
};
export type BenchEdge = {
  source: BenchWorkload;
  target: BenchWorkload;
  requestsPerSecond: number;
  errorShare: number;
  medianMs: number;
};
export type BenchMesh = { namespaces: string[]; workloads: BenchWorkload[]; edges: BenchEdge[] };

const edgesPerWorkload = 5;
const workloadsPerNamespace = 20;
/** The first service has two versions of so many pods each; every other workload has one pod. */
const podsOfLargest = 100;

/** Every third service has two versions, so that services are about workloads / 1.5 … as in meshes with canaries. */
function placeWorkloads(count: number, namespaces: string[]): BenchWorkload[] {
  const workloads: BenchWorkload[] = [];
  for (let service = 0; workloads.length < count; service += 1) {
    const namespace = namespaces[service % namespaces.length] ?? 'ns-0';
    const versions = service % 2 === 0 ? ['v1', 'v2'] : ['v1'];
    for (const version of versions) {
      if (workloads.length === count) break;
      const name = `svc-${service}-${version}`;
      const pods = service === 0 ? podsOfLargest : 1;
      workloads.push({ namespace, service: `svc-${service}`, version, name, pods });
    }
  }
  return workloads;
}

/** A mesh of a given size: a layered call structure, heavy-tailed rates, mostly within the namespace. */
export function generateMesh(options: { workloads: number; seed: number }): BenchMesh {
  const random = createRandom(options.seed);
  const namespaceCount = Math.max(5, Math.ceil(options.workloads / workloadsPerNamespace));
  const namespaces = Array.from({ length: namespaceCount }, (_, index) => `ns-${index}`);
  const workloads = placeWorkloads(options.workloads, namespaces);
  const edges = new Map<string, BenchEdge>();
  const wanted = Math.min(
    options.workloads * edgesPerWorkload,
    (workloads.length * (workloads.length - 1)) / 4,
  );
  while (edges.size < wanted) {
    const from = Math.floor(random() * workloads.length);
    const reach = random() < 0.7 ? workloads.length / 10 : workloads.length;
    const to = from + 1 + Math.floor(random() * Math.max(2, reach));
    const source = workloads[from];
    const target = workloads[to];
    if (source === undefined || target === undefined || source.service === target.service) continue;
    edges.set(`${from}>${to}`, {
      source,
      target,
      requestsPerSecond: Math.min(2000, 0.05 * (1 - random()) ** -1.2),
      errorShare: random() < 0.1 ? random() * 0.2 : 0,
      medianMs: 2 + 80 * random(),
    });
  }
  return { namespaces, workloads, edges: [...edges.values()] };
}
