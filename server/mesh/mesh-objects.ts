import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';

/** All objects of one cluster at one moment, by kind; a kind that the cluster does not have is an empty list. */
export type MeshObjects = { readonly [Kind in ObjectKind]: readonly ObjectOf<Kind>[] };

/** Kinds that could not be read, with the reason. */
export type UnreadKinds = readonly { kind: ObjectKind; reason: string }[];

/** What is known when the objects could not be read at all. */
export const noObjects: MeshObjects = {
  Namespace: [],
  Pod: [],
  Service: [],
  ConfigMap: [],
  EndpointSlice: [],
  Deployment: [],
  ReplicaSet: [],
  StatefulSet: [],
  DaemonSet: [],
  Job: [],
  CronJob: [],
  VirtualService: [],
  DestinationRule: [],
  IstioGateway: [],
  ServiceEntry: [],
  WorkloadEntry: [],
  WorkloadGroup: [],
  Sidecar: [],
  EnvoyFilter: [],
  ProxyConfig: [],
  PeerAuthentication: [],
  RequestAuthentication: [],
  AuthorizationPolicy: [],
  Telemetry: [],
  WasmPlugin: [],
  GatewayClass: [],
  Gateway: [],
  HTTPRoute: [],
  GRPCRoute: [],
  TLSRoute: [],
  TCPRoute: [],
  ReferenceGrant: [],
  Ingress: [],
  TrafficExtension: [],
  MutatingWebhookConfiguration: [],
  IstioOperator: [],
};
