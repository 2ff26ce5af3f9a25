'use client';

import type { TargetTabProps } from '#lib/target-tab.ts';
import { TracesSearch } from './traces-search.tsx';

/** Traces with a span of a workload, service or application. */
export function TracesPanel({ target }: TargetTabProps) {
  return <TracesSearch target={target} />;
}
