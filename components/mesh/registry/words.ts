import type { EndpointHealth } from '#lib/contract/mesh-registry.ts';

export const words = {
  services: 'services',
  hostname: 'Hostname',
  namespace: 'Namespace',
  object: 'Declared by',
  registry: 'Registry',
  resolution: 'Resolution',
  ports: 'Ports',
  /** Istio's word for a port whose protocol the proxy finds out by itself. */
  protocol: (name: string) => (name === 'UnsupportedProtocol' ? 'auto-detected' : name),
  addresses: 'Addresses',
  autoAddresses: 'Given by Istio',
  external: 'External',
  isExternal: 'outside the mesh',
  isInternal: 'in the mesh',
  exportTo: 'Exported to',
  everywhere: 'every namespace',
  serviceAccounts: 'Service accounts',
  endpoints: 'Endpoints',
  noEndpoints: 'none',
  /** istiod sets no health where nobody checks it, as of a ServiceEntry's endpoints. */
  health: (health: EndpointHealth) => (health === 'unknown' ? 'unchecked' : health),
  withEndpoints: 'With endpoints',
  notAsked: 'not asked for',
  twice: (count: number) => `declared ${count} times`,
  twiceText: 'More than one object declares this hostname; each proxy uses the one that it sees first.',
  told: (replica: string) => `As ${replica} knows it; every replica holds the same.`,
  empty: 'No registry',
  emptyText: 'No istiod said which services it knows.',
} as const;
