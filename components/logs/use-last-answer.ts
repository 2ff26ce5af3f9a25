'use client';

import { useRef } from 'react';
import type { AnswerQuery } from '#components/ui/query-boundary.tsx';
import type { Logs } from '#lib/contract/logs.ts';

/**
 * The query, with the answer before in place of none: a choice that the server refuses leaves lines and toolbar there, so
 * that it can be taken back. Another target begins with nothing.
 */
export function useLastAnswer(query: AnswerQuery<Logs>, target: string): AnswerQuery<Logs> {
  const last = useRef({ data: query.data, target });
  if (query.data !== undefined || last.current.target !== target) last.current = { data: query.data, target };
  const { error, isFetching, refetch } = query;
  return { data: last.current.data, error, isFetching, refetch };
}
