import { z } from 'zod';
import { words } from '../spec-words.ts';

const texts = z.array(z.string()).default([]);
const sourceSchema = z.looseObject({
  principals: texts,
  notPrincipals: texts,
  requestPrincipals: texts,
  notRequestPrincipals: texts,
  namespaces: texts,
  notNamespaces: texts,
  serviceAccounts: texts,
  notServiceAccounts: texts,
  ipBlocks: texts,
  notIpBlocks: texts,
  remoteIpBlocks: texts,
  notRemoteIpBlocks: texts,
});
const operationSchema = z.looseObject({
  hosts: texts,
  notHosts: texts,
  ports: texts,
  notPorts: texts,
  methods: texts,
  notMethods: texts,
  paths: texts,
  notPaths: texts,
});
const ruleSchema = z.looseObject({
  from: z.array(z.looseObject({ source: sourceSchema.prefault({}) })).default([]),
  to: z.array(z.looseObject({ operation: operationSchema.prefault({}) })).default([]),
  when: z.array(z.looseObject({ key: z.string(), values: texts, notValues: texts })).default([]),
});
const policySchema = z.looseObject({
  action: z.string().default('ALLOW'),
  provider: z.looseObject({ name: z.string().optional() }).optional(),
  rules: z.array(ruleSchema).optional(),
});

/** What an AuthorizationPolicy says, one line a rule. Source: Istio's reference of AuthorizationPolicy. */
export const authorizationWords = words(policySchema, ({ action, provider, rules }) => {
  const by = provider?.name === undefined ? '' : ` by ${provider.name}`;
  if (rules === undefined || rules.length === 0) {
    // Without rules nothing matches, so an ALLOW that is there allows nothing.
    const verdict = action === 'ALLOW' ? 'ALLOW' : `${action}${by}`;
    return [{ text: `${verdict} nothing: it has no rules`, path: 'spec' }];
  }
  return rules.map((rule, index) => ({
    text: `${action}${by} ${ruleWords(rule)}`,
    path: `spec.rules[${index}]`,
  }));
});

function ruleWords({ from, to, when }: z.output<typeof ruleSchema>): string {
  const who = from.map(({ source }) => fieldsWords(source)).filter((text) => text !== '');
  const what = to.map(({ operation }) => fieldsWords(operation)).filter((text) => text !== '');
  const conditions = when.map(({ key, values, notValues }) =>
    [
      ...(values.length === 0 ? [] : [`${key} is ${values.join(' or ')}`]),
      ...(notValues.length === 0 ? [] : [`${key} is not ${notValues.join(' or ')}`]),
    ].join(' and '),
  );
  return [
    who.length === 0 ? 'anybody' : `from ${who.join('; or ')}`,
    what.length === 0 ? 'anything' : `to ${what.join('; or ')}`,
    ...(conditions.length === 0 ? [] : [`where ${conditions.join(' and ')}`]),
  ].join(', ');
}

/** `notPaths` → `paths other than …`. */
function fieldsWords(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .flatMap(([name, values]) => {
      if (!Array.isArray(values) || values.length === 0) return [];
      const isNot = /^not[A-Z]/.test(name);
      const plain = isNot ? `${name.charAt(3).toLowerCase()}${name.slice(4)}` : name;
      return [`${plain}${isNot ? ' other than' : ''} ${values.join(', ')}`];
    })
    .join(', ');
}
