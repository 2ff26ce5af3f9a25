import type { Saying } from '#lib/contract/objects.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import { objectKinds } from '#lib/objects/kinds.ts';
import { wordsByKind } from './words-by-kind.ts';

/** What an object says, in words, each with the field that says it. */
export function sayingsOf(kind: ObjectKind, object: ObjectOf<ObjectKind>): Saying[] {
  const spec = 'spec' in object ? object.spec : undefined;
  return [
    ...(wordsByKind[objectKinds[kind].kind]?.(spec) ?? []).map((text) => ({ text })),
    ...dryRunWords(object.metadata.annotations),
  ];
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
