'use client';

import { PanelRight, Share2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Tag } from '#components/ui/chip.tsx';
import { DashboardButton } from '#components/ui/dashboard-button.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { Target } from '#lib/target.ts';
import { graphOf } from '../graph-of.ts';
import { type Subject, subjectKindWord } from '../subject.ts';
import { words } from '../words.ts';
import { HealthBanner } from './health-banner.tsx';
import { KeyFacts } from './key-facts.tsx';

type DetailsHeadProps = {
  target: Target;
  /** Absent while it loads, or where it could not be read. */
  subject: Subject | undefined;
  hasAside: boolean;
  onToggleAside: () => void;
};

export function DetailsHead({ target, subject, hasAside, onToggleAside }: DetailsHeadProps) {
  const address = useScopedAddress();
  const { kind, ...rest } = target;
  return (
    <header>
      <div className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-1.5">
        <Breadcrumb target={target} />
        {subject !== undefined && (
          <>
            <Tag>{subjectKindWord(subject)}</Tag>
            <StatusBadge isPlate status={subject.detail.health.status} />
          </>
        )}
        <span className="flex-1" />
        {subject !== undefined && <DashboardButton about={{ ...rest, of: kind }} />}
        {subject !== undefined && (
          <Link
            href={address('/graph', graphOf(target.kind, subject.detail.nodeId))}
            className="inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover"
          >
            <Share2 size={14} aria-hidden /> {words.graph}
          </Link>
        )}
        <Button
          className="max-xl:hidden"
          aria-label={words.showAside}
          aria-pressed={hasAside}
          isIcon
          isOn={hasAside}
          onClick={onToggleAside}
        >
          <PanelRight size={14} aria-hidden />
        </Button>
      </div>
      {subject !== undefined && (
        <>
          <KeyFacts subject={subject} />
          <HealthBanner name={target.name} health={subject.detail.health} />
        </>
      )}
    </header>
  );
}

function Breadcrumb({ target: { kind, namespace, name } }: { target: Target }) {
  const address = useScopedAddress();
  const list = `/${kind}s`;
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2 text-ink-muted">
      <Link href={address(list)} className="max-md:hidden hover:text-ink hover:underline">
        {words.lists[kind]}
      </Link>
      <span aria-hidden className="max-md:hidden">
        /
      </span>
      <Link
        href={address(list, { namespaces: namespace })}
        title={words.toList(kind, namespace)}
        className="hover:text-ink hover:underline"
      >
        {namespace}
      </Link>
      <span aria-hidden>/</span>
      <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight text-ink" title={name}>
        {name}
      </h1>
    </nav>
  );
}
