'use client';

import { Braces, FileText, Share2 } from 'lucide-react';
import Link from 'next/link';
import { Tag } from '#components/ui/chip.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { belowBasePath } from '#lib/base-path.ts';
import { canaryPath } from '#lib/canary-path.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { objectPath } from '#lib/object-path.ts';
import { queryText } from '#lib/url-state.ts';
import { VerdictBadge } from '../../verdict-badge.tsx';
import { words } from '../words.ts';
import { graphOfSplit } from './graph-of-split.ts';
import { WindowPopover } from './window-popover.tsx';

type CanaryHeadProps = { detail: CanaryDetail; chosen: number };

const linkClass =
  'inline-flex h-7 items-center gap-1.5 rounded-md border border-border bg-surface px-2 text-sm font-medium hover:bg-hover';

/** Which rule it is, the verdict, since when is counted, and the ways on. */
export function CanaryHead({ detail, chosen }: CanaryHeadProps) {
  const { object, route, path, verdict, window, unobserved } = detail;
  const address = useScopedAddress();
  const { apiParameters } = useScope();
  const cluster = useStatus().data?.data.cluster;
  const Icon = objectIcon(object.kind);
  const graph = cluster === undefined ? undefined : graphOfSplit(detail, { chosen, cluster });
  const asked = queryText(new URLSearchParams({ range: apiParameters.range, at: apiParameters.at }));
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-1.5">
      <nav aria-label={words.breadcrumb} className="flex min-w-0 items-center gap-2 text-ink-muted">
        <Link href={address('/canaries')} className="hover:text-ink hover:underline">
          {words.list}
        </Link>
        <span aria-hidden>/</span>
        <Icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0 max-md:hidden" />
        <h1
          className="min-w-0 truncate text-lg font-semibold tracking-tight text-ink"
          title={`${object.namespace}/${object.name}`}
        >
          {object.namespace}/{object.name}
        </h1>
      </nav>
      <span className="whitespace-nowrap text-ink-muted" title={path}>
        {words.rule(route)}
      </span>
      <Tag>{object.kind}</Tag>
      <VerdictBadge status={verdict.status} isPlate />
      <span className="flex-1" />
      {unobserved === undefined && <WindowPopover window={window} />}
      <a href={belowBasePath(`/api${canaryPath(object, route)}/verdict${asked}`)} className={linkClass}>
        <Braces size={14} aria-hidden /> {words.asJson}
      </a>
      <Link href={address('/graph', graph)} className={linkClass}>
        <Share2 size={14} aria-hidden /> {words.inGraph}
      </Link>
      <Link href={address(objectPath(object), { path })} className={linkClass}>
        <FileText size={14} aria-hidden /> {object.kind}
      </Link>
    </header>
  );
}
