'use client';

import Link from 'next/link';
import { Tag } from '#components/ui/chip.tsx';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { objectText } from '#components/ui/object-text.ts';
import { ClusterHere } from '#components/ui/scope/in-cluster.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { configuredFigures, observedWords } from '../split-figures.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import { words as canaryWords } from '../words.ts';
import { words } from './words.ts';

/** The object's name, which leads to its rule's page, and below it of what kind it is and which rule. */
export function RouteCell({ item }: { item: CanaryItem }) {
  const { object, route } = item;
  return (
    <span className="flex min-w-0 flex-col items-start leading-[18px]" title={titleOf(item)}>
      <RouteLink item={item} />
      <span className="flex max-w-full min-w-0 items-center gap-1.5 text-xs text-ink-muted">
        <Tag>{kindTitle(object.kind)}</Tag>
        <span className="truncate">{canaryWords.rule(route)}</span>
      </span>
    </span>
  );
}

/** A row on a phone: name and verdict, and below both what is set and what was got. */
export function NarrowRouteCell({ item }: { item: CanaryItem }) {
  const { object, route, verdict } = item;
  return (
    <span className="flex min-w-0 flex-col leading-[18px]">
      <span className="flex min-w-0 items-center gap-2">
        <span className="flex min-w-0 flex-1">
          <RouteLink item={item} />
        </span>
        <span className="shrink-0 text-xs">
          <VerdictBadge status={verdict.status} />
        </span>
      </span>
      <span className="flex min-w-0 gap-2 text-xs text-ink-muted">
        <span className="min-w-0 flex-1 truncate">
          <ClusterHere />
          {object.kind} · {canaryWords.rule(route)}
        </span>
        <span className="mono shrink-0 text-2xs">
          {configuredFigures(item)} → {observedWords(item)}
        </span>
      </span>
    </span>
  );
}

function RouteLink({ item: { object, route } }: { item: CanaryItem }) {
  const address = useScopedAddress();
  return (
    <Link
      href={address(canaryPath(object, route))}
      className="flex max-w-full min-w-0 font-medium hover:underline"
    >
      <MiddleTruncate text={`${object.namespace}/${object.name}`} />
    </Link>
  );
}

function titleOf({ object, root, path, matches }: CanaryItem): string {
  return [
    `${objectText(object)} ${path}`,
    ...(root === undefined ? [] : [words.delegatedBy(objectText(root))]),
    ...matches,
  ].join('\n');
}
