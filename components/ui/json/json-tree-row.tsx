import { ChevronRight } from 'lucide-react';
import { formatBytes } from '#lib/format-bytes.ts';
import { classNames } from '../class-names.ts';
import { JsonTokens, MarkedText } from './json-tokens.tsx';
import { scalarTokens } from './scalar-tokens.ts';
import type { NodeRow, PageRow } from './tree-rows.ts';
import { words } from './words.ts';

/** One entry: its name, and its value or what it holds. */
export function NodeContent({ row, highlight }: { row: NodeRow; highlight: readonly string[] }) {
  const { node, isOpen } = row;
  const isInList = /\]$/.test(node.path) && /^\d+$/.test(node.key);
  return (
    <>
      <ChevronRight
        size={14}
        aria-hidden
        className={classNames(
          'shrink-0 text-ink-muted',
          isOpen === undefined && 'invisible',
          isOpen === true && 'rotate-90',
        )}
      />
      <span className={classNames('shrink-0', isInList ? 'text-ink-muted' : 'text-accent')}>
        <MarkedText text={node.key} highlight={highlight} />
      </span>
      <span className="min-w-0 flex-1 truncate">
        {node.value === undefined ? (
          <Holds row={row} highlight={highlight} />
        ) : (
          <JsonTokens tokens={scalarTokens(node.value)} highlight={highlight} />
        )}
      </span>
      {node.childCount > 0 && (
        <span className="shrink-0 text-ink-muted max-md:hidden">{formatBytes(node.byteCount)}</span>
      )}
    </>
  );
}

function Holds({ row: { node }, highlight }: { row: NodeRow; highlight: readonly string[] }) {
  const isList = node.type === 'list';
  if (node.childCount === 0) return <span className="text-ink-muted">{isList ? '[]' : '{}'}</span>;
  return (
    <>
      {node.title !== undefined && (
        <span className="mr-2 text-ink">
          <MarkedText text={node.title} highlight={highlight} />
        </span>
      )}
      <span className="text-ink-muted">{words.entries(node.childCount, isList)}</span>
    </>
  );
}

/** A run of entries that is fetched when somebody asks for it. */
export function PageContent({ row }: { row: PageRow }) {
  const isFirst = row.page === 0;
  return (
    <span className={classNames('pl-5', row.isAsked || isFirst ? 'text-ink-muted' : 'text-accent')}>
      {row.isAsked || isFirst ? words.loading : words.run(row.from, row.to)}
    </span>
  );
}
