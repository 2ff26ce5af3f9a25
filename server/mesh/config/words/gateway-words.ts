import { z } from 'zod';
import { counted, listed, words } from '../spec-words.ts';

const hosts = z.array(z.string()).default([]);
const istioGateway = z.looseObject({
  servers: z
    .array(
      z.looseObject({
        hosts,
        port: z.looseObject({ number: z.number().default(0), protocol: z.string().default('?') }),
        tls: z.looseObject({ mode: z.string().optional() }).nullish(),
      }),
    )
    .default([]),
});
const kubernetesGateway = z.looseObject({
  gatewayClassName: z.string().default('?'),
  listeners: z
    .array(
      z.looseObject({
        hostname: z.string().default('any host'),
        port: z.number(),
        protocol: z.string().default('?'),
      }),
    )
    .default([]),
});
const gatewayClass = z.looseObject({
  controllerName: z.string().default('?'),
  description: z.string().optional(),
});
const route = z.looseObject({
  hostnames: hosts,
  rules: z.array(z.unknown()).default([]),
  parentRefs: z.array(z.looseObject({ kind: z.string().default('Gateway'), name: z.string() })).default([]),
});
const grantedSchema = z.looseObject({
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string().optional(),
});
const referenceGrant = z.looseObject({
  from: z.array(grantedSchema).default([]),
  to: z.array(grantedSchema).default([]),
});
const ingress = z.looseObject({
  ingressClassName: z.string().optional(),
  rules: z.array(z.looseObject({ host: z.string().default('any host') })).default([]),
  tls: z.array(z.unknown()).default([]),
});

export const istioGatewayWords = words(istioGateway, ({ servers }) =>
  servers.map(({ port, hosts: own, tls }, index) => ({
    text: `${port.protocol} ${port.number} for ${own.join(', ')}${tls?.mode === undefined ? '' : `, TLS ${tls.mode}`}`,
    path: `spec.servers[${index}]`,
  })),
);

export const kubernetesGatewayWords = words(kubernetesGateway, ({ gatewayClassName, listeners }) => [
  ...listeners.map(({ port, protocol, hostname }, index) => ({
    text: `${protocol} ${port} for ${hostname}`,
    path: `spec.listeners[${index}]`,
  })),
  { text: `of class ${gatewayClassName}`, path: 'spec.gatewayClassName' },
]);

export const gatewayClassWords = words(gatewayClass, ({ controllerName, description }) => [
  { text: `handled by ${controllerName}`, path: 'spec.controllerName' },
  ...(description === undefined ? [] : [{ text: description, path: 'spec.description' }]),
]);

/** HTTPRoute, GRPCRoute and the routes of TLS and TCP. */
export const routeWords = words(route, ({ hostnames, rules, parentRefs }) => [
  ...listed('hosts', hostnames, 'spec.hostnames'),
  ...listed(
    'at',
    parentRefs.map(({ kind, name }) => `${kind} ${name}`),
    'spec.parentRefs',
  ),
  ...counted(rules.length, { one: 'rule', many: 'rules' }, 'spec.rules'),
]);

export const referenceGrantWords = words(referenceGrant, ({ from, to }) => [
  ...listed(
    'lets in references from',
    from.map(({ kind, namespace }) => `${kind} objects of namespace ${namespace ?? '?'}`),
    'spec.from',
  ),
  ...listed(
    'to',
    to.map(({ kind, name }) => (name === undefined ? `every ${kind}` : `${kind} ${name}`)),
    'spec.to',
  ),
]);

export const ingressWords = words(ingress, ({ ingressClassName, rules, tls }) => [
  ...listed(
    'hosts',
    rules.map(({ host }) => host),
    'spec.rules',
  ),
  ...listed('of class', ingressClassName === undefined ? [] : [ingressClassName], 'spec.ingressClassName'),
  ...counted(tls.length, { one: 'certificate', many: 'certificates' }, 'spec.tls'),
]);
