import type { z } from 'zod';
import * as core from './core.ts';
import * as gatewayApi from './gateway-api.ts';
import * as istio from './istio.ts';

type KindEntry = {
  group: string;
  /** Versions of the API that Vigla understands, preferred first; the first one served is used. */
  versions: readonly string[];
  plural: string;
  kind: string;
  schema: z.ZodType;
};

function entry<Schema extends z.ZodType>(
  kind: string,
  group: string,
  versions: readonly string[],
  plural: string,
  schema: Schema,
) {
  return { kind, group, versions, plural, schema } satisfies KindEntry;
}

const networking = 'networking.istio.io';
const security = 'security.istio.io';
const gateway = 'gateway.networking.k8s.io';

/** Every kind of object that Vigla reads. The key is the kind, qualified where two groups share one. */
export const objectKinds = {
  Namespace: entry('Namespace', '', ['v1'], 'namespaces', core.namespaceSchema),
  Pod: entry('Pod', '', ['v1'], 'pods', core.podSchema),
  Service: entry('Service', '', ['v1'], 'services', core.serviceSchema),
  ConfigMap: entry('ConfigMap', '', ['v1'], 'configmaps', core.configMapSchema),
  EndpointSlice: entry(
    'EndpointSlice',
    'discovery.k8s.io',
    ['v1'],
    'endpointslices',
    core.endpointSliceSchema,
  ),
  Deployment: entry('Deployment', 'apps', ['v1'], 'deployments', core.workloadSchema),
  ReplicaSet: entry('ReplicaSet', 'apps', ['v1'], 'replicasets', core.workloadSchema),
  StatefulSet: entry('StatefulSet', 'apps', ['v1'], 'statefulsets', core.workloadSchema),
  DaemonSet: entry('DaemonSet', 'apps', ['v1'], 'daemonsets', core.workloadSchema),
  Job: entry('Job', 'batch', ['v1'], 'jobs', core.workloadSchema),
  CronJob: entry('CronJob', 'batch', ['v1'], 'cronjobs', core.workloadSchema),
  VirtualService: entry(
    'VirtualService',
    networking,
    ['v1', 'v1beta1', 'v1alpha3'],
    'virtualservices',
    istio.virtualServiceSchema,
  ),
  DestinationRule: entry(
    'DestinationRule',
    networking,
    ['v1', 'v1beta1', 'v1alpha3'],
    'destinationrules',
    istio.destinationRuleSchema,
  ),
  IstioGateway: entry(
    'Gateway',
    networking,
    ['v1', 'v1beta1', 'v1alpha3'],
    'gateways',
    istio.istioGatewaySchema,
  ),
  ServiceEntry: entry(
    'ServiceEntry',
    networking,
    ['v1', 'v1beta1', 'v1alpha3'],
    'serviceentries',
    istio.serviceEntrySchema,
  ),
  WorkloadEntry: entry(
    'WorkloadEntry',
    networking,
    ['v1', 'v1beta1', 'v1alpha3'],
    'workloadentries',
    istio.workloadEntrySchema,
  ),
  WorkloadGroup: entry(
    'WorkloadGroup',
    networking,
    ['v1', 'v1beta1', 'v1alpha3'],
    'workloadgroups',
    istio.workloadGroupSchema,
  ),
  Sidecar: entry('Sidecar', networking, ['v1', 'v1beta1', 'v1alpha3'], 'sidecars', istio.sidecarSchema),
  EnvoyFilter: entry('EnvoyFilter', networking, ['v1alpha3'], 'envoyfilters', istio.envoyFilterSchema),
  ProxyConfig: entry('ProxyConfig', networking, ['v1beta1'], 'proxyconfigs', istio.selectorPolicySchema),
  PeerAuthentication: entry(
    'PeerAuthentication',
    security,
    ['v1', 'v1beta1'],
    'peerauthentications',
    istio.peerAuthenticationSchema,
  ),
  RequestAuthentication: entry(
    'RequestAuthentication',
    security,
    ['v1', 'v1beta1'],
    'requestauthentications',
    istio.selectorPolicySchema,
  ),
  AuthorizationPolicy: entry(
    'AuthorizationPolicy',
    security,
    ['v1', 'v1beta1'],
    'authorizationpolicies',
    istio.selectorPolicySchema,
  ),
  Telemetry: entry(
    'Telemetry',
    'telemetry.istio.io',
    ['v1', 'v1alpha1'],
    'telemetries',
    istio.selectorPolicySchema,
  ),
  WasmPlugin: entry(
    'WasmPlugin',
    'extensions.istio.io',
    ['v1alpha1'],
    'wasmplugins',
    istio.selectorPolicySchema,
  ),
  GatewayClass: entry('GatewayClass', gateway, ['v1', 'v1beta1'], 'gatewayclasses', istio.otherObjectSchema),
  Gateway: entry('Gateway', gateway, ['v1', 'v1beta1'], 'gateways', gatewayApi.kubernetesGatewaySchema),
  HTTPRoute: entry('HTTPRoute', gateway, ['v1', 'v1beta1'], 'httproutes', gatewayApi.routeSchema),
  GRPCRoute: entry('GRPCRoute', gateway, ['v1', 'v1alpha2'], 'grpcroutes', gatewayApi.routeSchema),
  TLSRoute: entry('TLSRoute', gateway, ['v1', 'v1alpha3', 'v1alpha2'], 'tlsroutes', istio.otherObjectSchema),
  TCPRoute: entry('TCPRoute', gateway, ['v1alpha2'], 'tcproutes', istio.otherObjectSchema),
  ReferenceGrant: entry(
    'ReferenceGrant',
    gateway,
    ['v1', 'v1beta1'],
    'referencegrants',
    istio.otherObjectSchema,
  ),
  Ingress: entry('Ingress', 'networking.k8s.io', ['v1'], 'ingresses', istio.otherObjectSchema),
  TrafficExtension: entry(
    'TrafficExtension',
    'extensions.istio.io',
    ['v1alpha1'],
    'trafficextensions',
    istio.selectorPolicySchema,
  ),
  MutatingWebhookConfiguration: entry(
    'MutatingWebhookConfiguration',
    'admissionregistration.k8s.io',
    ['v1'],
    'mutatingwebhookconfigurations',
    istio.otherObjectSchema,
  ),
  IstioOperator: entry(
    'IstioOperator',
    'install.istio.io',
    ['v1alpha1'],
    'istiooperators',
    istio.otherObjectSchema,
  ),
} as const;

export type ObjectKind = keyof typeof objectKinds;
export type ObjectOf<Kind extends ObjectKind> = z.output<(typeof objectKinds)[Kind]['schema']>;
export const objectKindNames = Object.keys(objectKinds) as ObjectKind[];
