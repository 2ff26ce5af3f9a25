'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { words } from '../words.ts';
import type { FacetChoice } from './facet-options.ts';

type FacetPickerProps = {
  title: string;
  options: readonly FacetChoice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Above this many values one searches rather than reads. */
const readable = 10;
const mostShown = 200;

/** Which values of one facet are shown; none chosen means any. */
export function FacetPicker({ title, options, chosen, onChange }: FacetPickerProps) {
  const [search, setSearch] = useState('');
  const found = options.filter(({ word }) => word.toLowerCase().includes(search.toLowerCase()));
  const value = options.filter((option) => chosen.includes(option.value)).map(({ word }) => word);
  return (
    <Popover
      label={title}
      className="flex max-h-96 w-72 flex-col p-1"
      trigger={
        <Button
          isOn={chosen.length > 0}
          aria-label={`${title}: ${value.length === 0 ? words.any : value.join(', ')}`}
        >
          <span className={value.length === 0 ? undefined : 'font-normal text-ink-muted'}>{title}</span>
          {value.length > 0 && <span className="max-w-40 truncate">{value.join(', ')}</span>}
          <ChevronDown size={13} aria-hidden className="shrink-0 text-ink-muted" />
        </Button>
      }
    >
      {options.length > readable && (
        <SearchField
          label={words.searchIn(title)}
          placeholder={words.search}
          value={search}
          onChange={setSearch}
          className="m-1"
        />
      )}
      <ul className="min-h-0 overflow-y-auto">
        {found.slice(0, mostShown).map((option) => (
          <li key={option.value}>
            <label className="flex h-7 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover">
              <input
                type="checkbox"
                className="accent-accent"
                checked={chosen.includes(option.value)}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? [...chosen, option.value]
                      : chosen.filter((other) => other !== option.value),
                  )
                }
              />
              <span className="min-w-0 flex-1 truncate" title={option.word}>
                {option.word}
              </span>
              <span className="mono text-2xs text-ink-muted">{option.count}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > mostShown && (
        <p className="px-2 py-1 text-xs text-ink-muted">{words.moreValues(found.length - mostShown)}</p>
      )}
      {chosen.length > 0 && (
        <Button look="quiet" className="m-1 justify-start" onClick={() => onChange([])}>
          {words.anyOf(title)}
        </Button>
      )}
    </Popover>
  );
}
