import type { Saying } from '#lib/contract/objects.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import { isRuleCount, ruleWordsByKind } from './rule-words.ts';
import { wordsByKind } from './words-by-kind.ts';

/** What an object says, shortly: for rows of tables. Each saying names the field that says it. */
export function sayingsOf(kind: ObjectKind, object: ObjectOf<ObjectKind>): Saying[] {
  const spec = 'spec' in object ? object.spec : undefined;
  return [...(wordsByKind[kind]?.(spec) ?? []), ...dryRunWords(object.metadata.annotations)];
}

/** The same with each rule of a route told, instead of how many there are. */
export function fullSayingsOf(kind: ObjectKind, object: ObjectOf<ObjectKind>): Saying[] {
  const sayings = sayingsOf(kind, object);
  const rules = ruleWordsByKind[kind]?.('spec' in object ? object.spec : undefined) ?? [];
  return rules.length === 0 ? sayings : [...sayings.filter((saying) => !isRuleCount(saying)), ...rules];
}

const dryRun = 'istio.io/dry-run';

/** Source: Istio's task on dry-running an AuthorizationPolicy. */
function dryRunWords(annotations: Readonly<Record<string, string>>): Saying[] {
  return annotations[dryRun] === 'true'
    ? [
        {
          text: 'dry run: its verdict is noted, and nothing is refused',
          path: `metadata.annotations["${dryRun}"]`,
        },
      ]
    : [];
}
