import { type ObjectKind, objectKindNames, objectKinds } from './kinds.ts';

const configGroups = /(^|\.)istio\.io$|^gateway\.networking\.k8s\.io$|^networking\.k8s\.io$/;

/** Kinds that configure the mesh and have pages of their own: Istio's, the Gateway API's, and Ingress. */
export const configKinds: readonly ObjectKind[] = objectKindNames.filter((kind) =>
  configGroups.test(objectKinds[kind].group),
);

/** The kind of this name where it is one that configures the mesh. */
export function configKind(name: string): ObjectKind | undefined {
  return configKinds.find((kind) => kind === name);
}

const ownTitles: Readonly<Record<string, string>> = { IstioGateway: 'Gateway (Istio)' };

/** How a kind is called on screen: as its manifest writes it, and apart where two groups have the same name. */
export function kindTitle(kind: string): string {
  return ownTitles[kind] ?? kind;
}
