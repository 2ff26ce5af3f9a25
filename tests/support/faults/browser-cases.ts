import type { MeshFault } from './mesh-fault.ts';
import { meshFaults } from './registry/all-faults.ts';

/** A fault, and pages that must say so in a sentence and go back to what they show without it. */
export type BrowserCase = {
  fault: MeshFault;
  /** Each with a sentence while the fault lasts, and a text that stands there without it. */
  pages: readonly { address: string; says: RegExp; shows: RegExp }[];
};

export const browserCases: readonly BrowserCase[] = [
  {
    fault: faultNamed('prometheus', 'connections are refused'),
    pages: [
      { address: '/graph?namespaces=*', says: /Prometheus could not be reached/, shows: /edges?\b/ },
      {
        address: '/workloads?namespaces=*',
        says: /Prometheus could not be reached/,
        shows: /\d+ workloads, /,
      },
      { address: '/overview?namespaces=*', says: /Prometheus could not be reached/, shows: /bookinfo/ },
    ],
  },
  {
    fault: faultNamed('kubernetes', 'connections are refused'),
    pages: [
      { address: '/services?namespaces=*', says: /Kubernetes (degraded|down)/, shows: /\d+ services, / },
      { address: '/traces', says: /Kubernetes API/, shows: /productpage/ },
      {
        address: '/workloads/bookinfo/productpage-v1?tab=logs',
        says: /Kubernetes API/,
        shows: /lines? of \d+ containers?/,
      },
    ],
  },
  {
    fault: faultNamed('istiod', 'all replicas refuse'),
    pages: [
      { address: '/mesh', says: /istiod/, shows: /proxies in sync/ },
      { address: '/mesh?tab=registry', says: /istiod/, shows: /replica holds the same|endpoints/ },
      { address: '/proxies?namespaces=*', says: /istiod/, shows: /26 proxies/ },
    ],
  },
  {
    fault: faultNamed('traces', '500'),
    pages: [
      { address: '/traces', says: /trace store answered HTTP 500/, shows: /productpage/ },
      {
        address: '/services/bookinfo/reviews?tab=traces',
        says: /trace store answered HTTP 500/,
        shows: /productpage/,
      },
    ],
  },
];

function faultNamed(source: MeshFault['source'], name: string): MeshFault {
  const found = meshFaults.find((fault) => fault.source === source && fault.name === name);
  if (found === undefined) throw new Error(`No fault ${source}: ${name}`);
  return found;
}
