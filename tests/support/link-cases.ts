import type { LinkableSection } from '#server/mesh/proxy/links/links-of.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import type { Manifest } from './objects-snapshot.ts';

/** An item, the objects that there are, and those that it leads to. */
export type LinkCase = {
  is: string;
  section: LinkableSection;
  origin: Origin;
  objects?: readonly Manifest[];
  pod?: Manifest;
  isFile?: boolean;
  leadsTo: readonly string[];
};

export const webService: Manifest = {
  kind: 'Service',
  namespace: 'shop',
  name: 'web',
  spec: {
    clusterIP: '10.96.0.7',
    selector: { app: 'web' },
    ports: [{ port: 80, name: 'http', targetPort: 8080 }],
  },
};

export function serviceEntry(name: string, spec: object, namespace = 'shop'): Manifest {
  return { kind: 'ServiceEntry', namespace, name, spec: { hosts: ['api.example.com'], ...spec } };
}

export function inShop(kind: Manifest['kind'], name: string, spec: object): Manifest {
  return { kind, namespace: 'shop', name, spec };
}

/** Istio's marker of an object of namespace shop. */
export function markedBy(kind: string, name: string) {
  return { config: `/apis/networking.istio.io/v1/namespaces/shop/${kind}/${name}` };
}

export const meshConfigLink = 'inferred MeshConfig istio-system/istio';
