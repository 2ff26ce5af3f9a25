'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '../button.tsx';
import { ErrorState } from '../error-state.tsx';
import { JsonSearch } from './json-search.tsx';
import type { JsonSource } from './json-source.ts';
import { JsonTree } from './json-tree.tsx';
import { PlaceBar } from './place-bar.tsx';
import { useJsonTree } from './use-json-tree.ts';
import { words } from './words.ts';

type JsonExplorerProps = {
  source: JsonSource;
  /** The selected place; it is opened and scrolled to when it was not chosen in the tree itself. */
  path: string;
  onPath: (path: string) => void;
  /** What was searched for. */
  find: string;
  onFind: (text: string) => void;
  /** At the start and at the end of the line of controls. */
  before?: ReactNode;
  after?: ReactNode;
};

/** A JSON document of any size: its tree, a search through all of it, and what to take along of a place. */
export function JsonExplorer(props: JsonExplorerProps) {
  const { source, path, onPath, find, onFind, before, after } = props;
  const [shown, setShown] = useState({ selected: path, place: path });
  // What was chosen in the tree stands in sight; anything else must be brought there.
  const place = shown.selected === path ? shown.place : path;
  const tree = useJsonTree(source, place);
  const handleSelect = (next: string) => {
    setShown({ selected: next, place });
    onPath(next);
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b px-4 py-1.5">
        {before}
        <JsonSearch
          source={source}
          text={find}
          onText={onFind}
          path={tree.revealed ?? path}
          onPath={onPath}
        />
        <span className="flex-1" />
        {after}
      </div>
      {tree.error !== undefined && tree.rows.every(({ kind }) => kind === 'page') ? (
        <div className="min-h-0 flex-1">
          <ErrorState error={tree.error} onRetry={tree.retry} />
          {path !== '' && (
            <p className="-mt-8 text-center">
              <Button look="quiet" onClick={() => onPath('')}>
                {words.showStart}
              </Button>
            </p>
          )}
        </div>
      ) : (
        <JsonTree
          rows={tree.rows}
          selected={shown.selected === path ? path : (tree.revealed ?? path)}
          revealed={tree.revealed}
          highlight={find === '' ? [] : [find]}
          onSelect={handleSelect}
          onOpen={tree.onOpen}
          onClose={tree.onClose}
          onMore={tree.onMore}
        />
      )}
      <PlaceBar source={source} path={path} />
    </div>
  );
}
