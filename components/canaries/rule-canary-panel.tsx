'use client';

import { objectText } from '#components/ui/object-text.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { CanaryLine } from './canary-line.tsx';
import { useCanaries } from './use-canaries.ts';
import { words } from './words.ts';

type RuleCanaryPanelProps = {
  object: ObjectReference;
  /** `spec.http[2]` */
  path: string;
  /** Those of all rules on the page, so that they are asked for once. */
  namespaces: readonly string[];
};

/** Whether callers keep to a weighted rule, where rules are listed. */
export function RuleCanaryPanel({ object, path, namespaces }: RuleCanaryPanelProps) {
  const query = useCanaries(namespaces);
  const item = query.data?.data.items.find(
    (one) => one.path === path && objectText(one.object) === objectText(object),
  );
  if (item !== undefined) return <CanaryLine item={item} text={words.isKept} />;
  if (query.data === undefined && query.error !== null)
    return <span className="text-ink-muted">{words.notJudged(query.error.message)}</span>;
  return null;
}
