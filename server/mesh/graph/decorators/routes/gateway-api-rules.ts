import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { RouteRule } from './route-rule.ts';
import { isTimeout } from './virtual-service-rules.ts';

/** Rules of an HTTPRoute or GRPCRoute. A backend without a weight has weight 1. */
export function gatewayApiRules(
  kind: 'HTTPRoute' | 'GRPCRoute',
  { metadata, spec }: ObjectOf<'HTTPRoute'>,
): RouteRule[] {
  const object = { kind, namespace: metadata.namespace ?? '', name: metadata.name };
  return spec.rules.map((rule, index) => {
    const path = `spec.rules[${index}]`;
    const request = rule.timeouts?.request;
    return {
      object,
      path,
      scope: spec.rules.length > 1 ? ` of rule ${rule.name ?? path}` : '',
      destinations: rule.backendRefs
        .map(({ name, weight = 1 }) => ({ name, weight }))
        .filter(({ weight }) => weight > 0),
      ...(isTimeout(request) ? { timeout: request } : {}),
      mirrors: (rule.filters ?? []).flatMap(({ requestMirror }) =>
        requestMirror?.backendRef === undefined
          ? []
          : [{ name: requestMirror.backendRef.name, percent: requestMirror.percent ?? 100 }],
      ),
    };
  });
}
