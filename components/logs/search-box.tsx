'use client';

import { Regex } from 'lucide-react';
import { type Ref, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { words } from './words.ts';

type SearchBoxProps = {
  search: string;
  isRegex: boolean;
  onSearch: (search: string) => void;
  onRegex: (isRegex: boolean) => void;
  ref: Ref<HTMLInputElement>;
};

/** The server is asked once the typing rests. */
const restMs = 250;

export function SearchBox({ search, isRegex, onSearch, onRegex, ref }: SearchBoxProps) {
  const [typed, setTyped] = useState(search);
  // The address changed by other means: a link, the back button, "clear".
  useEffect(() => setTyped(search), [search]);
  useEffect(() => {
    if (typed === search) return;
    const timer = window.setTimeout(() => onSearch(typed), restMs);
    return () => window.clearTimeout(timer);
  }, [typed, search, onSearch]);
  return (
    <span className="flex min-w-0 flex-1 basis-40">
      <SearchField
        ref={ref}
        label={words.search}
        placeholder={words.searchHint}
        value={typed}
        onChange={setTyped}
        className="flex-1 rounded-r-none"
      />
      <Button
        isIcon
        isOn={isRegex}
        aria-pressed={isRegex}
        aria-label={words.regex}
        title={words.regex}
        className="-ml-px shrink-0 rounded-l-none"
        onClick={() => onRegex(!isRegex)}
      >
        <Regex size={14} aria-hidden />
      </Button>
    </span>
  );
}
