import { at, isObject, type JsonObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** What of a chain's filters the objects of Istio's security leave: keys of RBAC policies, issuers of tokens. */
export function chainPolicies(filters: readonly JsonObject[]): { policies: string[]; issuers: string[] } {
  const configs = filters.map((filter) => objectAt(filter, 'typed_config') ?? objectAt(filter, 'config'));
  return {
    policies: [
      ...new Set(
        configs.flatMap((config) => [...rulesOf(config, 'rules'), ...rulesOf(config, 'shadow_rules')]),
      ),
    ],
    issuers: [
      ...new Set(
        configs.flatMap((config) =>
          Object.values(objectAt(config, 'providers') ?? {}).flatMap((provider) =>
            isObject(provider) ? (textAt(provider, 'issuer') ?? []) : [],
          ),
        ),
      ),
    ],
  };
}

function rulesOf(config: unknown, field: string): string[] {
  return Object.keys(objectAt(config, field, 'policies') ?? {});
}

/** Network filters of a chain, and the HTTP filters behind its connection managers. */
export function filtersOfChain(chain: unknown): JsonObject[] {
  const network = objectsAt(chain, 'filters');
  return [...network, ...network.flatMap((filter) => objectsAt(at(filter, 'typed_config'), 'http_filters'))];
}
