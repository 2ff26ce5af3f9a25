'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '#lib/api-client.ts';
import type { FileSection } from './file-sections.ts';
import type { OpenedFile } from './opened-file.ts';

/** One section of an opened file as rows. It is sent once: a file does not change. */
export function useFileSection(file: OpenedFile, { id, schema }: FileSection) {
  return useQuery({
    queryKey: ['dump file', file.id, id],
    queryFn: ({ signal }) => fetchAnswer({ path: `/api/dumps/${id}`, schema, body: file.bytes, signal }),
    placeholderData: undefined,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { isOnDemand: true },
  });
}
