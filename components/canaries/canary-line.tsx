'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryItem } from '#lib/contract/canaries.ts';
import { configuredFigures, observedWords } from './split-figures.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** The verdict on one rule in a line, which leads to its page. */
export function CanaryLine({ item, text }: { item: CanaryItem; text: string }) {
  const address = useScopedAddress();
  const { object, route, verdict } = item;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
      <Link
        href={address(canaryPath(object, route))}
        title={item.summary}
        className="text-accent hover:underline"
      >
        {text}
      </Link>
      <VerdictBadge status={verdict.status} />
      <span className="mono text-xs text-ink-muted">
        {configuredFigures(item)} → {observedWords(item)}
      </span>
    </span>
  );
}
