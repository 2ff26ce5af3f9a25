import type { HealthRule } from '#lib/health-tolerances.ts';
import type { Thresholds } from '../thresholds.ts';
import { thresholdsOf } from './thresholds-of.ts';

/** Whom a tolerance may be for. */
export type Subject = { kind: NonNullable<HealthRule['kind']>; namespace: string; name: string };

/** Finds the first configured rule that is for a subject; made once for each list of rules. */
export function ruleFinder(rules: readonly HealthRule[]): (subject: Subject) => Thresholds | undefined {
  const ready = rules.map(({ kind, namespace, name, ...tolerance }) => ({
    kind,
    namespace: globOf(namespace),
    name: globOf(name),
    thresholds: thresholdsOf(tolerance),
  }));
  return (subject) =>
    ready.find(
      (rule) =>
        (rule.kind === undefined || rule.kind === subject.kind) &&
        rule.namespace.test(subject.namespace) &&
        rule.name.test(subject.name),
    )?.thresholds;
}

/** `*` is any text, everything else itself. */
function globOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
