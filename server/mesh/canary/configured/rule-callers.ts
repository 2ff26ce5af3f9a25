import type { Split } from '../split.ts';
import type { ConfiguredRoute, ConfiguredRule } from './configured-route.ts';

/**
 * Namespaces whose callers meet a rule: the route's, narrowed by `sourceNamespace`. Undefined for a rule that chooses its
 * callers by labels, which are of some workloads of a namespace only.
 */
export function ruleCallers(
  { callerConditions }: ConfiguredRule,
  { callers }: ConfiguredRoute,
): Split['callers'] | undefined {
  if (callerConditions === undefined) return callers;
  const namespaces = callerConditions.flatMap(({ labels, namespace }) =>
    namespace === undefined || Object.keys(labels).length > 0 ? [] : [namespace],
  );
  if (namespaces.length < callerConditions.length) return undefined;
  return [...new Set(namespaces)]
    .filter((namespace) => callers === '*' || callers.includes(namespace))
    .sort();
}
