import type { ResourceDifference } from '#lib/contract/drift.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import type { DriftRule } from '../drift-rule.ts';

/** istiod would send other configuration than Envoy has. */
export const contentDiffers: DriftRule = ({ proxy, comparison }) => {
  if (comparison === undefined) return [];
  if ('failure' in comparison) return { undecided: comparison.failure };
  const { differences } = comparison;
  if (differences.length === 0) return [];
  const changed = differences.filter(({ kind }) => kind === 'changed');
  const fieldCount = changed.reduce((sum, { changes, moreChanges }) => sum + changes.length + moreChanges, 0);
  const counts = [
    changed.length > 0 &&
      `${formatQuantity(fieldCount, 'field')} in ${formatQuantity(changed.length, 'resource')}`,
    countOf(differences, 'onlyLeft', 'that only istiod has'),
    countOf(differences, 'onlyRight', 'that only Envoy has'),
  ].filter((part) => typeof part === 'string');
  return [
    {
      severity: 'degraded',
      items: differences.map(({ section, name }) => ({ section, name })),
      why: {
        text: `What istiod would send now is not what Envoy has: ${counts.join(', ')}.${onlyField(differences)}`,
        fix: 'Where a type is stale or refused, that is the reason. Else wait for a push and compare again; restarting the pod makes it fetch everything anew.',
        evidence: differences.slice(0, 4).map(({ section, name, kind, changes: [first] }) => ({
          kind: 'envoy' as const,
          text:
            kind === 'changed' && first !== undefined
              ? `${section} ${name} ${first.path}: istiod ${textOf(first.left)}, Envoy ${textOf(first.right)}`
              : `${section} ${name}: only ${kind === 'onlyLeft' ? 'istiod' : 'Envoy'} has it`,
        })),
        command: `istioctl proxy-status ${proxyId(proxy)}`,
      },
    },
  ];
};

/** One field is told in full. */
function onlyField([difference, ...others]: readonly ResourceDifference[]): string {
  const [change, ...more] = difference?.changes ?? [];
  if (difference === undefined || change === undefined || others.length + more.length > 0) return '';
  const { section, name } = difference;
  return ` In ${section} ${name}, ${change.path} is ${textOf(change.right)} and should be ${textOf(change.left)}.`;
}

function countOf(
  differences: readonly { kind: string }[],
  kind: 'onlyLeft' | 'onlyRight',
  text: string,
): string | undefined {
  const count = differences.filter((one) => one.kind === kind).length;
  return count === 0 ? undefined : `${formatQuantity(count, 'resource')} ${text}`;
}

function textOf(value: unknown): string {
  if (value === undefined) return '(nothing)';
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
