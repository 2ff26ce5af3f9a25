import type { MeshFault } from './mesh-fault.ts';
import { meshFaults } from './registry/all-faults.ts';

/** A fault, and pages that must say so, in themselves or in the mark of sources, and go back to what they show without it. */
export type BrowserCase = {
  fault: MeshFault;
  /** Each with words that stand there while the fault lasts, and others that stand there without it. */
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
    ],
  },
  {
    fault: faultNamed('istiod', 'all replicas refuse'),
    pages: [{ address: '/mesh', says: /istiod (degraded|down)/, shows: /proxies in sync/ }],
  },
];

function faultNamed(source: MeshFault['source'], name: string): MeshFault {
  const found = meshFaults.find((fault) => fault.source === source && fault.name === name);
  if (found === undefined) throw new Error(`No fault ${source}: ${name}`);
  return found;
}
