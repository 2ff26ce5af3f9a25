import { addressLinks } from './address-links.ts';
import { authorizationPolicyLinks } from './authorization-policy-links.ts';
import { ownPodLinks, proxyConfigLinks } from './bootstrap-links.ts';
import { destinationRuleLinks } from './destination-rule-links.ts';
import { envoyFilterLinks } from './envoy-filter-links.ts';
import { extensionLinks } from './extension-links.ts';
import { gatewayLinks } from './gateway-links.ts';
import { inboundServiceLinks } from './inbound-service-links.ts';
import { ingressLinks } from './ingress-links.ts';
import type { Linker } from './linker.ts';
import type { LinkableSection } from './links-of.ts';
import { meshConfigLinks } from './mesh-config-links.ts';
import { outsideEndpointLinks } from './outside-endpoint-links.ts';
import { peerAuthenticationLinks } from './peer-authentication-links.ts';
import { podLinks } from './pod-links.ts';
import { requestAuthenticationLinks } from './request-authentication-links.ts';
import { routeObjectLinks } from './route-object-links.ts';
import { secretLinks } from './secret-links.ts';
import { serviceLinks } from './service-links.ts';
import { sharedPortLinks } from './shared-port-links.ts';
import { sidecarLinks } from './sidecar-links.ts';
import { telemetryExtensionLinks, telemetryLinks } from './telemetry-links.ts';
import { virtualServiceLinks } from './virtual-service-links.ts';

/** What can stand behind the rows of each section. */
export const linkers: Record<LinkableSection, readonly Linker[]> = {
  clusters: [
    serviceLinks,
    inboundServiceLinks,
    destinationRuleLinks,
    secretLinks,
    sidecarLinks,
    envoyFilterLinks,
    meshConfigLinks,
  ],
  listeners: [
    virtualServiceLinks,
    routeObjectLinks,
    ingressLinks,
    gatewayLinks,
    serviceLinks,
    inboundServiceLinks,
    addressLinks,
    sharedPortLinks,
    authorizationPolicyLinks,
    requestAuthenticationLinks,
    extensionLinks,
    secretLinks,
    peerAuthenticationLinks,
    sidecarLinks,
    envoyFilterLinks,
    telemetryLinks,
    meshConfigLinks,
  ],
  routes: [
    virtualServiceLinks,
    routeObjectLinks,
    ingressLinks,
    gatewayLinks,
    serviceLinks,
    inboundServiceLinks,
    sidecarLinks,
    envoyFilterLinks,
    meshConfigLinks,
  ],
  endpoints: [
    podLinks,
    outsideEndpointLinks,
    addressLinks,
    serviceLinks,
    inboundServiceLinks,
    meshConfigLinks,
  ],
  secrets: [secretLinks, gatewayLinks, meshConfigLinks],
  ecds: [extensionLinks, telemetryExtensionLinks, envoyFilterLinks],
  bootstrap: [ownPodLinks, proxyConfigLinks, envoyFilterLinks, meshConfigLinks],
};
