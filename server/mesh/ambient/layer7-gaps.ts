import type { CapturedPod, Layer7Gap } from '#lib/contract/ambient.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { httpAttributesOf } from './http-attributes.ts';
import { routingGaps } from './routing-gaps.ts';

type Policy = MeshObjects['AuthorizationPolicy'][number];
type Asked = { objects: MeshObjects; rootNamespace: string; pods: readonly CapturedPod[] };
type Mesh = Asked & { labels: ReadonlyMap<string, Readonly<Record<string, string>>> };

/**
 * Objects that ask for something of HTTP of captured workloads without a waypoint that would do it: policies that ztunnel
 * enforces in part or not at all, and routes that nothing follows. istiod's own words stand first where it gives some.
 */
export function layer7Gaps(asked: Asked): Layer7Gap[] {
  const { objects } = asked;
  const labels = new Map(
    objects.Pod.map(({ metadata }) => [`${metadata.namespace}/${metadata.name}`, metadata.labels]),
  );
  const mesh = { ...asked, labels };
  return [
    ...objects.AuthorizationPolicy.flatMap((policy) => authorizationGap(policy, mesh)),
    ...objects.RequestAuthentication.flatMap((policy) =>
      untargetedGap('RequestAuthentication', policy, {
        mesh,
        text: 'ztunnel knows no tokens: without a waypoint nothing checks them, and nothing is refused for lack of one.',
      }),
    ),
    ...objects.WasmPlugin.flatMap((plugin) =>
      untargetedGap('WasmPlugin', plugin, {
        mesh,
        text: 'ztunnel runs no plugins: this one runs in a waypoint only.',
      }),
    ),
    ...routingGaps(objects),
  ];
}

function authorizationGap(policy: Policy, mesh: Mesh): Layer7Gap[] {
  const affected = affectedBy(policy, mesh);
  if (isTargeted(policy) || affected.length === 0) return [];
  const action = textAt(policy, 'spec', 'action') ?? 'ALLOW';
  const attributes = httpAttributesOf(policy);
  const isBeyond = action === 'AUDIT' || action === 'CUSTOM';
  if (attributes.length === 0 && !isBeyond) return [];
  const said = objectsAt(policy, 'status', 'conditions').find(
    (condition) => textAt(condition, 'type') === 'ZtunnelAccepted',
  );
  const { namespace = '', name } = policy.metadata;
  return [
    {
      object: { kind: 'AuthorizationPolicy', namespace, name },
      why: {
        text: effectOf(action, attributes),
        fix: 'Deploy a waypoint and attach the policy to it, or to a Service that uses it, with targetRefs instead of a selector.',
        evidence: [
          {
            kind: 'object',
            text: `AuthorizationPolicy ${namespace}/${name}: ${isBeyond ? `spec.action is ${action}` : `rules use ${attributes.join(', ')}`}`,
          },
          ...(said === undefined
            ? []
            : [
                {
                  kind: 'object' as const,
                  text: `status.conditions ZtunnelAccepted: ${textAt(said, 'message') ?? ''}`,
                },
              ]),
        ],
      },
      affected,
    },
  ];
}

function effectOf(action: string, attributes: readonly string[]): string {
  if (action === 'AUDIT' || action === 'CUSTOM')
    return `ztunnel knows no ${action} policies: without a waypoint this one does nothing.`;
  const found = attributes.join(', ');
  return action === 'DENY'
    ? `ztunnel cannot see ${found}: it leaves them out of the rules, and a rule of which nothing is left refuses nobody.`
    : `ztunnel cannot see ${found}: it leaves rules with them out, so callers that they would allow are refused.`;
}

type Untargeted = { mesh: Mesh; text: string };

function untargetedGap(kind: string, policy: Policy, { mesh, text }: Untargeted): Layer7Gap[] {
  const affected = affectedBy(policy, mesh);
  if (isTargeted(policy) || affected.length === 0) return [];
  const { namespace = '', name } = policy.metadata;
  return [
    {
      object: { kind, namespace, name },
      why: {
        text,
        fix: 'Attach it to a waypoint, or to a Service that uses one, with targetRefs.',
        evidence: [{ kind: 'object', text: `${kind} ${namespace}/${name}: no targetRefs` }],
      },
      affected,
    },
  ];
}

function isTargeted({ spec }: Policy): boolean {
  return (spec.targetRef ?? null) !== null || (spec.targetRefs ?? []).length > 0;
}

/** Captured workloads that a policy selects: in its namespace, or everywhere from the root namespace. */
function affectedBy({ metadata, spec }: Policy, { labels, rootNamespace, pods }: Mesh): ObjectReference[] {
  const found = pods.filter(
    ({ namespace, pod, state }) =>
      state === 'captured' &&
      (metadata.namespace === rootNamespace || metadata.namespace === namespace) &&
      matchesSelector(labels.get(`${namespace}/${pod}`) ?? {}, spec.selector?.matchLabels ?? {}),
  );
  const workloads = new Map(
    found.map(({ namespace, pod, workload }): [string, ObjectReference] => {
      const reference = workload ?? { kind: 'Pod', name: pod };
      return [`${namespace}/${reference.name}`, { kind: reference.kind, namespace, name: reference.name }];
    }),
  );
  return [...workloads.values()];
}
