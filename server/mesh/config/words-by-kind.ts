import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { Words } from './spec-words.ts';
import { authorizationWords } from './words/authorization-words.ts';
import * as gateway from './words/gateway-words.ts';
import * as proxy from './words/proxy-words.ts';
import * as security from './words/security-words.ts';
import { telemetryWords } from './words/telemetry-words.ts';
import * as traffic from './words/traffic-words.ts';

/** What an object says, in words, by its kind; a kind that is not here says nothing. */
export const wordsByKind: Partial<Record<ObjectKind, Words>> = {
  AuthorizationPolicy: authorizationWords,
  PeerAuthentication: security.peerAuthenticationWords,
  RequestAuthentication: security.requestAuthenticationWords,
  Sidecar: proxy.sidecarWords,
  Telemetry: telemetryWords,
  EnvoyFilter: proxy.envoyFilterWords,
  ProxyConfig: proxy.proxyConfigWords,
  WasmPlugin: proxy.wasmPluginWords,
  TrafficExtension: proxy.trafficExtensionWords,
  VirtualService: traffic.virtualServiceWords,
  DestinationRule: traffic.destinationRuleWords,
  ServiceEntry: traffic.serviceEntryWords,
  WorkloadEntry: traffic.workloadEntryWords,
  WorkloadGroup: traffic.workloadGroupWords,
  IstioGateway: gateway.istioGatewayWords,
  Gateway: gateway.kubernetesGatewayWords,
  GatewayClass: gateway.gatewayClassWords,
  HTTPRoute: gateway.routeWords,
  GRPCRoute: gateway.routeWords,
  TLSRoute: gateway.routeWords,
  TCPRoute: gateway.routeWords,
  ReferenceGrant: gateway.referenceGrantWords,
  Ingress: gateway.ingressWords,
};
