import { ExternalLink, Info } from 'lucide-react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { Traces } from '#lib/contract/traces.ts';
import { words } from './words.ts';

/** Whether this is all, and what the store was asked. */
export function SearchFoot({ found, limit }: { found: Traces; limit: number }) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t px-4 py-1.5 text-xs text-ink-muted">
      {found.isCut && (
        <p className="flex items-start gap-1.5 text-ink">
          <Info size={14} aria-hidden className="mt-px shrink-0 text-info" />
          {words.isCut(limit)}
        </p>
      )}
      <Asked found={found} />
    </div>
  );
}

/** The question in the store's own words, to copy, and the same in its own screen. */
export function Asked({ found: { asked, link } }: { found: Traces }) {
  if (asked === '') return null;
  return (
    <span className="flex min-w-0 max-w-full items-center gap-1.5">
      <span className="shrink-0">{words.asked}</span>
      <code className="mono min-w-0 truncate text-[11.5px]" title={asked}>
        {asked}
      </code>
      <CopyButton text={asked} label="the question" />
      {link !== undefined && (
        <a href={link} target="_blank" rel="noreferrer" className="shrink-0 text-accent hover:underline">
          {words.inStore} <ExternalLink size={12} aria-hidden className="inline" />
        </a>
      )}
    </span>
  );
}
