import type { ZtunnelPolicy } from '#lib/contract/ztunnel.ts';
import { flagAt, isObject, type Json, textAt } from '#server/mesh/proxy/json/json.ts';
import type { ZtunnelDump } from './ztunnel-dump.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

/** The policies that ztunnel enforces itself, those that istiod made out of PeerAuthentications among them. */
export function policyRows({ policies }: ZtunnelDump): ZtunnelRows<ZtunnelPolicy> {
  const rows = policies.map((policy) => ({
    namespace: textAt(policy, 'namespace') ?? '',
    policyName: textAt(policy, 'name') ?? '',
    action: textAt(policy, 'action') ?? '',
    scope: textAt(policy, 'scope') ?? '',
    isDryRun: flagAt(policy, 'dryRun'),
    rules: rulesOf(policy.rules ?? null),
  }));
  rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return { rows, problems: [] };
}

function keyOf({ namespace, policyName }: { namespace: string; policyName: string }): string {
  return `${namespace} ${policyName}`;
}

/**
 * Rules as ztunnel keeps them. One of the rules has to hold; a rule holds with all of its groups, a group with one of its
 * matches, a match with all of its fields.
 */
function rulesOf(rules: Json): string[] {
  return list(rules).map((rule) => {
    const groups = list(rule).map((group) => list(group).map(matchWords).join(' or '));
    return groups.filter((text) => text !== '').join(' and ') || 'everything';
  });
}

function matchWords(match: Json): string {
  if (!isObject(match)) return String(match);
  return Object.entries(match)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([field, value]) => `${field} ${list(value).map(valueWords).join(', ')}`)
    .join(' and ');
}

/** `{"Exact": "…"}`, `{"Prefix": "…"}`, plain values. */
function valueWords(value: Json): string {
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([kind, inner]) => (kind === 'Exact' ? String(inner) : `${kind} ${inner}`))
    .join(' ');
}

function list(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}
