'use client';

import { useMemo, useState } from 'react';
import { WarningLine } from '#components/ui/warning-line.tsx';
import type { ObjectManifest } from '#lib/contract/object-manifest.ts';
import { findPlace } from '#lib/manifest/find-place.ts';
import { manifestLines } from '#lib/manifest/manifest-lines.ts';
import { words } from '../words.ts';
import { ManifestGrid } from './manifest-grid.tsx';
import { ManifestToolbar } from './manifest-toolbar.tsx';

type ManifestViewProps = {
  manifest: ObjectManifest;
  /** Highlighted; empty for nothing. */
  path: string;
  /** What the reader points at elsewhere. */
  pointedAt?: string | undefined;
  onPath: (path: string) => void;
  hasToolbar?: boolean;
};

/** The manifest of an object as YAML: numbered lines that are links, folding, search, and the lines of a path highlighted. */
export function ManifestView(props: ManifestViewProps) {
  const { manifest, path, pointedAt = '', onPath, hasToolbar = true } = props;
  const [search, setSearch] = useState('');
  const [match, setMatch] = useState(0);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [lastPath, setLastPath] = useState(path);
  // Whatever holds the place that is asked for now has to be open.
  if (path !== lastPath) {
    setLastPath(path);
    setFolded(new Set());
  }
  const lines = useMemo(() => manifestLines(manifest), [manifest]);
  const { place, isExact } = useMemo(() => findPlace(manifest.places, path), [manifest, path]);
  const pointed = useMemo(() => findPlace(manifest.places, pointedAt), [manifest, pointedAt]);
  const matches = useMemo(() => {
    const wanted = search.toLowerCase();
    return wanted === '' ? [] : lines.filter(({ text }) => text.toLowerCase().includes(wanted));
  }, [lines, search]);
  const foundLine = matches[match]?.number;

  const handleFold = (of: string, isFolded: boolean) =>
    setFolded((before) => {
      const next = new Set(before);
      if (isFolded) next.add(of);
      else next.delete(of);
      return next;
    });
  return (
    <div className="flex h-full min-h-0 flex-col">
      {hasToolbar && (
        <ManifestToolbar
          manifest={manifest}
          search={search}
          onSearch={(text) => {
            setSearch(text);
            setMatch(0);
            setFolded(new Set());
          }}
          match={match}
          matchCount={matches.length}
          onMatch={setMatch}
          isFolded={folded.size > 0}
          onFoldAll={(isFolded) => setFolded(new Set(isFolded ? foldedAtOnce(lines) : []))}
        />
      )}
      {path !== '' && !isExact && (
        <div className="px-3 py-1.5">
          <WarningLine
            warnings={[
              {
                code: 'path',
                message: place === undefined ? words.notThere(path) : words.nearest(path, place.path),
              },
            ]}
          />
        </div>
      )}
      <ManifestGrid
        lines={lines}
        place={place}
        pointedAt={pointed.place}
        search={search}
        foundLine={foundLine}
        folded={folded}
        onFold={handleFold}
        onLink={(of) => onPath(of === path ? '' : of)}
      />
    </div>
  );
}

/** The fields of `spec` and `status`: what is left is an outline of the object. */
function foldedAtOnce(lines: ReturnType<typeof manifestLines>): string[] {
  return lines.flatMap(({ fold }) =>
    fold !== undefined && /^\w+\.[^.[\]]+$/.test(fold.path) ? [fold.path] : [],
  );
}
