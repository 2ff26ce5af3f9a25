import { z } from 'zod';
import { policyWords } from '#server/mesh/routing/policy-words.ts';
import { authorizationWords } from './authorization-words.ts';
import { type Words, words } from './spec-words.ts';

const names = z.array(z.looseObject({ name: z.string().optional() })).default([]);
const hosts = z.array(z.string()).default([]);

const peerAuthentication = z.looseObject({
  mtls: z.looseObject({ mode: z.string().default('UNSET') }).optional(),
  portLevelMtls: z.record(z.string(), z.looseObject({ mode: z.string().default('UNSET') })).default({}),
});
const requestAuthentication = z.looseObject({
  jwtRules: z.array(z.looseObject({ issuer: z.string().default('any issuer') })).default([]),
});
const sidecar = z.looseObject({
  egress: z.array(z.looseObject({ hosts })).optional(),
  ingress: z.array(z.looseObject({ port: z.looseObject({ number: z.number() }) })).optional(),
  outboundTrafficPolicy: z.looseObject({ mode: z.string().optional() }).optional(),
});
const telemetry = z.looseObject({
  accessLogging: z.array(z.looseObject({ disabled: z.boolean().optional(), providers: names })).default([]),
  metrics: z
    .array(z.looseObject({ providers: names, overrides: z.array(z.unknown()).default([]) }))
    .default([]),
  tracing: z
    .array(
      z.looseObject({
        providers: names,
        randomSamplingPercentage: z.number().optional(),
        disableSpanReporting: z.boolean().optional(),
      }),
    )
    .default([]),
});
const envoyFilter = z.looseObject({
  configPatches: z.array(z.looseObject({ applyTo: z.string().default('?') })).default([]),
});
const proxyConfig = z.looseObject({
  concurrency: z.number().optional(),
  image: z.looseObject({ imageType: z.string().optional() }).optional(),
  environmentVariables: z.record(z.string(), z.string()).default({}),
});
const wasmPlugin = z.looseObject({ url: z.string().default('?'), phase: z.string().optional() });
const virtualService = z.looseObject({
  hosts,
  gateways: hosts,
  http: z.array(z.unknown()).default([]),
  tls: z.array(z.unknown()).default([]),
  tcp: z.array(z.unknown()).default([]),
});
const destinationRule = z.looseObject({
  host: z.string(),
  trafficPolicy: z.unknown().optional(),
  subsets: z.array(z.looseObject({ name: z.string() })).default([]),
});
const serviceEntry = z.looseObject({
  hosts,
  resolution: z.string().default('NONE'),
  location: z.string().default('MESH_EXTERNAL'),
});
const gateway = z.looseObject({
  servers: z
    .array(
      z.looseObject({
        hosts,
        port: z.looseObject({ number: z.number().default(0), protocol: z.string().default('?') }),
      }),
    )
    .default([]),
  listeners: z
    .array(
      z.looseObject({
        hostname: z.string().default('*'),
        port: z.number(),
        protocol: z.string().default('?'),
      }),
    )
    .default([]),
});
const route = z.looseObject({
  hostnames: hosts,
  rules: z.array(z.unknown()).default([]),
  parentRefs: z.array(z.looseObject({ kind: z.string().default('Gateway'), name: z.string() })).default([]),
});

function listed(title: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${title} ${values.join(', ')}`];
}

function providers(all: readonly { name?: string | undefined }[]): string {
  const known = all.flatMap(({ name }) => name ?? []);
  return known.length === 0 ? '' : ` to ${known.join(', ')}`;
}

function count(number: number, noun: string): string[] {
  return number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`];
}

const routeWords = words(route, ({ hostnames, rules, parentRefs }) => [
  ...listed('hosts', hostnames),
  ...listed(
    'at',
    parentRefs.map(({ kind, name }) => `${kind} ${name}`),
  ),
  ...count(rules.length, 'rule'),
]);

/** What an object says, in words, by its kind; a kind that is not here says nothing. */
export const wordsByKind: Readonly<Record<string, Words>> = {
  AuthorizationPolicy: authorizationWords,
  PeerAuthentication: words(peerAuthentication, ({ mtls, portLevelMtls }) => [
    `mutual TLS ${mtls?.mode ?? 'UNSET'}`,
    ...Object.entries(portLevelMtls).map(([port, { mode }]) => `port ${port}: ${mode}`),
  ]),
  RequestAuthentication: words(requestAuthentication, ({ jwtRules }) =>
    jwtRules.map(({ issuer }) => `checks tokens of ${issuer}`),
  ),
  Sidecar: words(sidecar, ({ egress, ingress = [], outboundTrafficPolicy }) => [
    ...(egress === undefined
      ? []
      : listed(
          'sees only',
          egress.flatMap((one) => one.hosts),
        )),
    ...listed(
      'takes in ports',
      ingress.map(({ port }) => String(port.number)),
    ),
    ...(outboundTrafficPolicy?.mode === undefined
      ? []
      : [`outbound traffic policy ${outboundTrafficPolicy.mode}`]),
  ]),
  Telemetry: words(telemetry, ({ accessLogging, metrics, tracing }) => [
    ...accessLogging.map((one) =>
      one.disabled === true ? 'writes no access log' : `writes access logs${providers(one.providers)}`,
    ),
    ...metrics.map((one) => `metrics${providers(one.providers)}, ${one.overrides.length} overrides`),
    ...tracing.map((one) =>
      one.disableSpanReporting === true
        ? 'reports no spans'
        : `traces ${one.randomSamplingPercentage ?? 'the mesh’s share of'} %${providers(one.providers)}`,
    ),
  ]),
  EnvoyFilter: words(envoyFilter, ({ configPatches }) => [
    ...count(configPatches.length, 'patch').map((text) => text.replace(/patchs$/, 'patches')),
    ...listed('of', [...new Set(configPatches.map(({ applyTo }) => applyTo))]),
  ]),
  ProxyConfig: words(proxyConfig, ({ concurrency, image, environmentVariables }) => [
    ...(concurrency === undefined ? [] : [`proxy with ${concurrency || 'all'} worker threads`]),
    ...(image?.imageType === undefined ? [] : [`proxy image ${image.imageType}`]),
    ...listed('sets', Object.keys(environmentVariables)),
  ]),
  WasmPlugin: words(wasmPlugin, ({ url, phase }) => [
    `runs ${url}`,
    ...(phase === undefined ? [] : [`in phase ${phase}`]),
  ]),
  VirtualService: words(virtualService, (spec) => [
    ...listed('hosts', spec.hosts),
    ...listed('at', spec.gateways),
    ...count(spec.http.length, 'HTTP rule'),
    ...count(spec.tls.length, 'TLS rule'),
    ...count(spec.tcp.length, 'TCP rule'),
  ]),
  DestinationRule: words(destinationRule, ({ trafficPolicy, subsets }) => [
    ...policyWords(trafficPolicy),
    ...listed(
      'subsets',
      subsets.map(({ name }) => name),
    ),
  ]),
  ServiceEntry: words(serviceEntry, (spec) => [
    ...listed('hosts', spec.hosts),
    `resolution ${spec.resolution}`,
    spec.location,
  ]),
  Gateway: words(gateway, ({ servers, listeners }) => [
    ...servers.map(({ port, hosts: own }) => `${port.protocol} ${port.number} for ${own.join(', ')}`),
    ...listeners.map(({ port, protocol, hostname }) => `${protocol} ${port} for ${hostname}`),
  ]),
  HTTPRoute: routeWords,
  GRPCRoute: routeWords,
};
