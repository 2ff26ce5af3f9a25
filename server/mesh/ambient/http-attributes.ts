import { isObject, type Json, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** Fields of an AuthorizationPolicy that only a proxy for HTTP can judge. Source: Istio's documentation of ambient L4 policies. */
const operationFields = ['methods', 'notMethods', 'paths', 'notPaths', 'hosts', 'notHosts'];
const sourceFields = ['requestPrincipals', 'notRequestPrincipals', 'remoteIpBlocks', 'notRemoteIpBlocks'];
/** What ztunnel knows of a connection. */
const connectionKeys = [
  'source.ip',
  'source.namespace',
  'source.principal',
  'source.serviceAccount',
  'destination.ip',
  'destination.port',
];

/** The attributes of HTTP that a policy's rules look at, each once: `methods`, `request.headers[x-user]` … */
export function httpAttributesOf(policy: { spec: unknown }): string[] {
  const found = objectsAt(policy.spec, 'rules').flatMap((rule) => [
    ...objectsAt(rule, 'to').flatMap((to) => fieldsIn(objectAt(to, 'operation'), operationFields)),
    ...objectsAt(rule, 'from').flatMap((from) => fieldsIn(objectAt(from, 'source'), sourceFields)),
    ...objectsAt(rule, 'when').flatMap((condition) => {
      const key = textAt(condition, 'key') ?? '';
      return connectionKeys.includes(key) ? [] : [key];
    }),
  ]);
  return [...new Set(found)].sort();
}

function fieldsIn(value: Json | undefined, fields: readonly string[]): string[] {
  return isObject(value) ? Object.keys(value).filter((key) => fields.includes(key)) : [];
}
