import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import type { ObjectManifest } from '#lib/contract/object-manifest.ts';
import { words } from '../words.ts';

type ManifestToolbarProps = {
  manifest: ObjectManifest;
  search: string;
  onSearch: (search: string) => void;
  /** Which of the lines found is shown, from 0. */
  match: number;
  matchCount: number;
  onMatch: (match: number) => void;
  isFolded: boolean;
  onFoldAll: (isFolded: boolean) => void;
};

export function ManifestToolbar(props: ManifestToolbarProps) {
  const { manifest, search, onSearch, match, matchCount, onMatch, isFolded, onFoldAll } = props;
  const step = (by: number) => onMatch((match + by + matchCount) % Math.max(1, matchCount));
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') onSearch('');
  };
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b px-3 py-1.5">
      <search className="flex items-center gap-1" onKeyDown={handleKeyDown}>
        <SearchField label={words.searchManifest} value={search} onChange={onSearch} className="w-48" />
        {search !== '' && (
          <>
            <span role="status" className="figure px-1 text-xs whitespace-nowrap text-ink-muted">
              {words.matches(match + 1, matchCount)}
            </span>
            <Button look="quiet" isIcon aria-label={words.previousMatch} onClick={() => step(-1)}>
              <ArrowUp size={14} aria-hidden />
            </Button>
            <Button look="quiet" isIcon aria-label={words.nextMatch} onClick={() => step(1)}>
              <ArrowDown size={14} aria-hidden />
            </Button>
          </>
        )}
      </search>
      <span className="flex-1" />
      {manifest.redacted.length > 0 && (
        <span title={manifest.redacted.join('\n')}>
          <Chip tone="restricted">{words.redacted(manifest.redacted.length)}</Chip>
        </span>
      )}
      <Button look="quiet" onClick={() => onFoldAll(!isFolded)}>
        {isFolded ? words.unfoldAll : words.foldAll}
      </Button>
      <CopyButton text={manifest.yaml} label={words.copyManifest} />
    </div>
  );
}
