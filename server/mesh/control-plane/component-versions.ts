import { type ComponentVersion, componentTypes, type skews } from '#lib/contract/mesh.ts';
import { type ComponentMember, componentMembers } from './component-members.ts';
import type { ControlPlaneFacts } from './facts.ts';
import { judgeSkew } from './version-skew.ts';

/**
 * Everything of Istio that runs, grouped by type and version as `istioctl version` does it, and compared with the control
 * plane that each is connected to.
 */
export function componentVersions(facts: ControlPlaneFacts): ComponentVersion[] {
  const groups = Map.groupBy(componentMembers(facts), ({ type, version, source }) =>
    [type, version, source].join(' '),
  );
  return [...groups.values()].map(groupOf).sort(byTypeAndVersion);
}

function groupOf(members: readonly ComponentMember[]): ComponentVersion {
  const [first] = members;
  if (first === undefined) throw new RangeError('A group has members');
  const judged = members
    .map(({ type, version, controlPlane }) => judgeSkew({ type, version, controlPlane }))
    .sort((left, right) => severity(right.skew) - severity(left.skew));
  const { skew, why } = judged[0] ?? judgeSkew(first);
  return {
    type: first.type,
    ...(first.version === undefined ? {} : { version: first.version }),
    count: members.length,
    source: first.source,
    members: members.map(({ namespace, name }) => ({ namespace, name })),
    skew,
    why,
  };
}

const severities = [
  'same',
  'patch',
  'supported',
  'unknown',
  'unsupported',
] satisfies (typeof skews)[number][];

function severity(skew: (typeof skews)[number]): number {
  return severities.indexOf(skew);
}

function byTypeAndVersion(left: ComponentVersion, right: ComponentVersion): number {
  return (
    componentTypes.indexOf(left.type) - componentTypes.indexOf(right.type) ||
    (left.version ?? '').localeCompare(right.version ?? '', 'en', { numeric: true })
  );
}
