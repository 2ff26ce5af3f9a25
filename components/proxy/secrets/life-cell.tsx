'use client';

import type { SecretRow } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { LifeBar } from './life-bar.tsx';
import { useIsOld } from './use-is-old.ts';

/** How much is left of the leaf's life. */
export function LifeCell({ row, target }: { row: SecretRow; target: ProxyTarget }) {
  const isOld = useIsOld(target, row.resourceName);
  const [leaf] = row.chain;
  return leaf === undefined ? '–' : <LifeBar certificate={leaf} isOld={isOld} />;
}
