'use client';

import Link from 'next/link';
import { JsonView } from '#components/ui/json/json-view.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatClockSeconds } from '#lib/format-time.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { DifferenceFoot } from '../differences/difference-foot.tsx';
import type { RowDifference } from '../differences/row-difference.ts';
import type { SectionRow } from '../section/section-definition.ts';
import { useTabAddress } from '../use-tab-address.ts';
import { words } from '../words.ts';
import { Card } from './card.tsx';
import { useRawItem } from './use-raw-item.ts';

type EnvoyCardProps = { target: ProxyTarget; row: SectionRow; difference: RowDifference | undefined };

/** The item as the proxy itself has it. */
export function EnvoyCard({ target, row, difference }: EnvoyCardProps) {
  const query = useRawItem(target, row.proofPath);
  const address = useTabAddress(target);
  const { zone } = useScope();
  const inRaw = address('raw', { path: row.proofPath });
  return (
    <Card
      label={words.inEnvoy}
      foot={difference && <DifferenceFoot difference={difference} target={target} />}
      head={
        <>
          <h3 className="font-semibold">{words.inEnvoy}</h3>
          {row.lastUpdated !== undefined && (
            <span className="text-ink-muted max-md:hidden" title={row.lastUpdated}>
              {words.accepted(formatClockSeconds({ epochMs: Date.parse(row.lastUpdated), zone }))}
            </span>
          )}
          <Link
            href={inRaw}
            title={words.inRaw(row.proofPath)}
            className="mono min-w-0 flex-1 truncate text-right text-2xs text-ink-muted hover:text-ink hover:underline"
            dir="rtl"
          >
            <bdi>{row.proofPath}</bdi>
          </Link>
        </>
      }
    >
      <QueryBoundary query={query} isSmall>
        {({ value, byteCount }) =>
          value === undefined ? (
            <p className="px-3 py-2 text-ink-muted">
              {words.tooLarge(formatBytes(byteCount))}{' '}
              <Link href={inRaw} className="text-accent hover:underline">
                {words.openInRaw}
              </Link>
            </p>
          ) : (
            <JsonView value={value} label={words.itemAsJson} />
          )
        }
      </QueryBoundary>
    </Card>
  );
}
