'use client';

import { statusSchema } from '#lib/contract/status.ts';
import { useAnswer } from './use-answer.ts';

/** Vigla's own state: version, mode, sources, and who the caller is. */
export function useStatus() {
  return useAnswer({ path: '/api/status', parameters: {}, schema: statusSchema, isOfAllClusters: true });
}
