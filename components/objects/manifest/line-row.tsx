import { ChevronDown, ChevronRight } from 'lucide-react';
import { lineParts, type ManifestLine } from '#lib/manifest/manifest-lines.ts';
import { words } from '../words.ts';
import { FoundText } from './found-text.tsx';
import { gridRoles } from './grid-roles.ts';

type LineRowProps = {
  line: ManifestLine;
  search: string;
  isFolded: boolean;
  onFold: () => void;
  onLink: () => void;
};

/** Number, fold mark and text of one line. The keyboard does what the two marks do from the grid itself. */
export function LineRow({ line, search, isFolded, onFold, onLink }: LineRowProps) {
  const { number, fold, place } = line;
  const { indent, key, value } = lineParts(line);
  const FoldIcon = isFolded ? ChevronRight : ChevronDown;
  return (
    <>
      <span {...gridRoles.cell} className="w-11 shrink-0 text-right text-ink-muted select-none">
        {place === undefined ? (
          <span className="px-1.5">{number}</span>
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-label={words.linkTo(place.path)}
            title={words.linkTo(place.path)}
            onClick={onLink}
            className="w-full px-1.5 text-right hover:text-accent hover:underline"
          >
            {number}
          </button>
        )}
      </span>
      <span {...gridRoles.cell} className="w-4 shrink-0 select-none">
        {fold !== undefined && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={isFolded ? words.unfold(fold.path) : words.fold(fold.path)}
            aria-expanded={!isFolded}
            onClick={onFold}
            className="grid h-full w-4 place-items-center text-ink-muted hover:text-ink"
          >
            <FoldIcon size={12} aria-hidden />
          </button>
        )}
      </span>
      <span {...gridRoles.cell} className="whitespace-pre">
        <span className="text-ink-muted">{indent}</span>
        <span className="text-info">
          <FoundText text={key} search={search} />
        </span>
        <FoundText text={value} search={search} />
        {isFolded && fold !== undefined && (
          <span className="ml-2 rounded-sm bg-tint px-1 text-ink-muted">
            {words.foldedLines(fold.to - fold.from)}
          </span>
        )}
      </span>
    </>
  );
}
