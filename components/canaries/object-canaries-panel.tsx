'use client';

import { objectText } from '#components/ui/object-text.ts';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { canaryId } from './canary-id.ts';
import { CanaryLine } from './canary-line.tsx';
import { useCanaries } from './use-canaries.ts';
import { words } from './words.ts';

/** The weighted rules of a route object, those of objects that it delegates to included, each with its verdict. */
export function ObjectCanariesPanel({ object }: { object: ObjectReference }) {
  const query = useCanaries([object.namespace]);
  const ofObject = (items: readonly CanaryItem[]) =>
    items.filter((item) =>
      [item.object, item.root].some((one) => one && objectText(one) === objectText(object)),
    );
  return (
    <QueryBoundary
      query={query}
      isSmall
      isEmpty={({ items }) => ofObject(items).length === 0}
      empty={<p className="text-ink-muted">{words.noWeights}</p>}
    >
      {({ items }) => (
        <ul className="flex flex-col gap-1">
          {ofObject(items).map((item) => (
            <li key={canaryId(item)}>
              <CanaryLine item={item} text={words.rule(item.route)} />
            </li>
          ))}
        </ul>
      )}
    </QueryBoundary>
  );
}
