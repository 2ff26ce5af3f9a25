import { z } from 'zod';
import { policyWords } from '#server/mesh/routing/policy-words.ts';
import { counted, listed, words } from '../spec-words.ts';

const hosts = z.array(z.string()).default([]);
const labels = z.record(z.string(), z.string()).default({});
const rules = z.array(z.unknown()).default([]);

const virtualService = z.looseObject({ hosts, gateways: hosts, http: rules, tls: rules, tcp: rules });
const destinationRule = z.looseObject({
  host: z.string(),
  trafficPolicy: z.unknown().optional(),
  subsets: z.array(z.looseObject({ name: z.string() })).default([]),
});
const serviceEntry = z.looseObject({
  hosts,
  resolution: z.string().default('NONE'),
  location: z.string().default('MESH_EXTERNAL'),
  ports: z
    .array(z.looseObject({ number: z.number().default(0), protocol: z.string().default('?') }))
    .default([]),
});
const workloadEntry = z.looseObject({
  address: z.string().optional(),
  labels,
  serviceAccount: z.string().optional(),
});
const workloadGroup = z.looseObject({
  metadata: z.looseObject({ labels: labels.nullish() }).nullish(),
  template: z.looseObject({ serviceAccount: z.string().nullish() }).nullish(),
});

export const virtualServiceWords = words(virtualService, (spec) => [
  ...listed('hosts', spec.hosts, 'spec.hosts'),
  ...listed('at', spec.gateways, 'spec.gateways'),
  ...counted(spec.http.length, { one: 'HTTP rule', many: 'HTTP rules' }, 'spec.http'),
  ...counted(spec.tls.length, { one: 'TLS rule', many: 'TLS rules' }, 'spec.tls'),
  ...counted(spec.tcp.length, { one: 'TCP rule', many: 'TCP rules' }, 'spec.tcp'),
]);

export const destinationRuleWords = words(destinationRule, ({ host, trafficPolicy, subsets }) => [
  ...listed('host', [host], 'spec.host'),
  ...policyWords(trafficPolicy).map((text) => ({ text, path: 'spec.trafficPolicy' })),
  ...listed(
    'subsets',
    subsets.map(({ name }) => name),
    'spec.subsets',
  ),
]);

export const serviceEntryWords = words(serviceEntry, (spec) => [
  ...listed('hosts', spec.hosts, 'spec.hosts'),
  ...listed(
    'ports',
    spec.ports.map(({ number, protocol }) => `${number} ${protocol}`),
    'spec.ports',
  ),
  { text: `resolution ${spec.resolution}`, path: 'spec.resolution' },
  { text: spec.location, path: 'spec.location' },
]);

export const workloadEntryWords = words(workloadEntry, ({ address, labels: own, serviceAccount }) => [
  ...listed('at', address === undefined ? [] : [address], 'spec.address'),
  ...listed('labelled', pairs(own), 'spec.labels'),
  ...listed('runs as', serviceAccount === undefined ? [] : [serviceAccount], 'spec.serviceAccount'),
]);

export const workloadGroupWords = words(workloadGroup, ({ metadata, template }) => [
  ...listed('machines labelled', pairs(metadata?.labels ?? {}), 'spec.metadata.labels'),
  ...listed(
    'run as',
    typeof template?.serviceAccount === 'string' ? [template.serviceAccount] : [],
    'spec.template.serviceAccount',
  ),
]);

function pairs(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).map(([key, value]) => `${key}=${value}`);
}
