'use client';

import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { formatFigure } from '#lib/format-number.ts';
import { formatDateTime } from '#lib/format-time.ts';
import { neededText } from '../needed-text.ts';
import { intervalFigure } from '../share-text.ts';
import { words } from '../words.ts';

type SourceFactsProps = { source: CanarySource; versions: CanaryDetail['versions'] };

/** What else is known of a source; rows without a fact are left out. */
export function SourceFacts({ source, versions }: SourceFactsProps) {
  const { zone } = useScope();
  const { decidedAt, needed, pinned, bounds, dispersion, isOverdispersed, unassigned, notes } = source;
  const { facts } = words;
  return (
    <div className="flex flex-col gap-2 px-4">
      <KeyValueList
        rows={[
          {
            key: facts.decided,
            value:
              decidedAt === undefined ? undefined : formatDateTime({ epochMs: Date.parse(decidedAt), zone }),
          },
          { key: facts.needed, value: needed === undefined ? undefined : neededText(needed) },
          { key: facts.pinned, value: pinned?.text },
          {
            key: facts.bounds,
            value: bounds
              ?.map((bound, index) => `${versions[index]?.name ?? index}: ${intervalFigure(bound)} %`)
              .join(', '),
          },
          {
            key: facts.dispersion,
            value:
              dispersion === undefined
                ? undefined
                : words.dispersion(formatFigure(dispersion), isOverdispersed),
          },
          {
            key: facts.unassigned,
            value:
              unassigned.length === 0 ? undefined : (
                <ul>
                  {unassigned.map(({ flags, code, count, text }) => (
                    <li key={`${flags} ${code}`}>
                      <span className="mono">
                        {code} {flags}
                      </span>{' '}
                      {formatQuantity(count, 'request')}. {text}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {notes.length > 0 && (
        <ul aria-label={facts.notes} className="list-disc pl-4 text-ink-muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
