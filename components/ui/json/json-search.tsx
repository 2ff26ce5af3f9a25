'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, ButtonGroup } from '../button.tsx';
import { SearchField } from '../search-field.tsx';
import type { JsonSource } from './json-source.ts';
import { useJsonSearch } from './use-json-search.ts';
import { words } from './words.ts';

type JsonSearchProps = {
  source: JsonSource;
  /** What was searched for last. */
  text: string;
  onText: (text: string) => void;
  /** The place that is selected in the document. */
  path: string;
  onPath: (path: string) => void;
};

/** Finds a text in a document and steps through its places: Enter searches, then goes on; with Shift it goes back. */
export function JsonSearch({ source, text, onText, path, onPath }: JsonSearchProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const { data: answer, error, isFetching } = useJsonSearch(source, text);
  const found = answer?.data;
  const paths = found?.paths ?? [];
  const index = paths.indexOf(path);
  const first = paths[0];
  const isNew = useRef(false);
  // A search that was just made leads to its first place; one that stood in the address leaves the page where it is.
  useEffect(() => {
    if (!isNew.current || first === undefined) return;
    isNew.current = false;
    onPath(first);
  }, [first, onPath]);
  const step = (by: 1 | -1) => {
    const start = index < 0 && by < 0 ? paths.length : index;
    const next = paths[(start + by + paths.length) % paths.length];
    if (next !== undefined) onPath(next);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted === text) step(event.shiftKey ? -1 : 1);
    else if (wanted.length !== 1) {
      isNew.current = true;
      onText(wanted);
    }
  };
  return (
    // The field's own keys come first: Enter bubbles up to here.
    <search
      className="flex min-w-0 flex-wrap items-center gap-2 max-md:order-last max-md:w-full"
      onKeyDown={handleKeyDown}
    >
      <SearchField
        label={words.searchLabel}
        placeholder={words.search}
        value={typed}
        onChange={setTyped}
        className="w-64 max-w-full max-md:w-48"
      />
      {text !== '' && (
        <span className="text-ink-muted" role="status" title={firstOnly(paths.length, found?.count)}>
          {error !== null
            ? error.message
            : isFetching || found === undefined
              ? words.searching
              : index < 0
                ? words.found(found.count)
                : words.foundAt(index + 1, found.count)}
        </span>
      )}
      {paths.length > 0 && (
        <ButtonGroup>
          <Button isIcon aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
            <ChevronUp size={14} aria-hidden />
          </Button>
          <Button isIcon aria-label={words.next} title={words.next} onClick={() => step(1)}>
            <ChevronDown size={14} aria-hidden />
          </Button>
        </ButtonGroup>
      )}
    </search>
  );
}

function firstOnly(shown: number, count = 0): string | undefined {
  return shown < count ? words.onlyFirst(shown) : undefined;
}
