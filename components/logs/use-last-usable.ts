'use client';

import { useRef } from 'react';
import type { LogsState } from './logs-state.ts';

type Search = Pick<LogsState, 'search' | 'regex'>;

/** The search, or while it is half typed and no regular expression yet, the one before. */
export function useLastUsable({ search, regex }: Search, isUsable: boolean): Search {
  const last = useRef<Search>({ search: '', regex: false });
  if (isUsable && (last.current.search !== search || last.current.regex !== regex))
    last.current = { search, regex };
  return last.current;
}
