'use client';

import { useMemo, useState } from 'react';
import { formatJsonPath, parseJsonPath } from '#lib/json/json-path.ts';
import type { JsonSource, TreeQuestion } from './json-source.ts';
import { type KnownSlices, sliceKey, treeRows } from './tree-rows.ts';
import { useTreeSlices } from './use-tree-slices.ts';

type Opened = {
  open: ReadonlySet<string>;
  pages: readonly { path: string; page: number }[];
  /** The way to this place is open but for what the reader closed since. */
  revealed: string;
  closed: ReadonlySet<string>;
};

/** Which rows a tree shows, and how to open, close and go on. `place` is in sight at first, with all above it. */
export function useJsonTree(source: JsonSource, place: string) {
  const [kept, setKept] = useState<Opened>(() => openedAt(place));
  const state = kept.revealed === place ? kept : { ...kept, revealed: place, closed: new Set<string>() };
  const { open, pages, closed } = state;
  const wanted = useMemo<TreeQuestion[]>(
    () => [
      { path: place, page: 0, reveal: true },
      ...[...open].map((path) => ({ path, page: 0, reveal: false })),
      ...pages.map((run) => ({ ...run, reveal: false })),
    ],
    [place, open, pages],
  );
  const { slices, asked, error, revealed, retry } = useTreeSlices(source, wanted);
  const rows = useMemo(() => {
    const way = [...wayTo(revealed ?? place), ...loneEntry(slices)].filter((path) => !closed.has(path));
    return treeRows({ slices, asked, open: new Set([...open, ...way]) });
  }, [slices, asked, open, closed, revealed, place]);
  return {
    rows,
    error,
    revealed,
    retry,
    onOpen: (path: string) =>
      setKept({ ...state, open: including(open, path), closed: excluding(closed, path) }),
    onClose: (path: string) =>
      setKept({ ...state, open: excluding(open, path), closed: including(closed, path) }),
    onMore: (path: string, page: number) => setKept({ ...state, pages: [...pages, { path, page }] }),
  };
}

function openedAt(place: string): Opened {
  return { open: new Set(), pages: [], revealed: place, closed: new Set() };
}

/** A document that is one list in one field shows the list. */
function loneEntry(slices: KnownSlices): string[] {
  const nodes = slices.get(sliceKey('', 0))?.nodes ?? [];
  return nodes.length === 1 ? nodes.map(({ path }) => path) : [];
}

/** The paths above a place, the document first. */
function wayTo(path: string): string[] {
  const steps = parseJsonPath(path) ?? [];
  return steps.map((_, index) => formatJsonPath(steps.slice(0, index)));
}

function including(set: ReadonlySet<string>, entry: string): ReadonlySet<string> {
  return new Set([...set, entry]);
}

function excluding(set: ReadonlySet<string>, entry: string): ReadonlySet<string> {
  return new Set([...set].filter((other) => other !== entry));
}
