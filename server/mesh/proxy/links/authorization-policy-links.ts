import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';

const policyKey = /ns\[([^\]]*)\]-policy\[([^\]]*)\]-rule\[(\d+)\]/;

/**
 * The rules of AuthorizationPolicies that an RBAC filter holds: their keys name them, those of policies that only watch
 * and of external authorization as well. Source: Istio's keys `ns[…]-policy[…]-rule[…]`.
 */
export const authorizationPolicyLinks: Linker =
  ({ index }) =>
  ({ policies = [] }) =>
    policies.flatMap((key) => {
      const [, namespace = '', name, rule] = policyKey.exec(key) ?? [];
      if (name === undefined) return [];
      return [
        showsLink(
          { kind: 'AuthorizationPolicy', namespace, name },
          {
            confidence: 'marker',
            part: `rules[${rule}]`,
            because: `An RBAC filter of it holds the policy ${key}.`,
            isMissing: !index.exists('AuthorizationPolicy', namespace, name),
          },
        ),
      ];
    });
