import type { ComparedSectionCounts, ProxyComparisonItem } from '#lib/contract/compare-proxies.ts';

/** How many resources of a proxy differ. */
export function differingCount({ sections = [] }: Pick<ProxyComparisonItem, 'sections'>): number {
  return sections.reduce((sum, section) => sum + differingOf(section), 0);
}

export function differingOf({ added, removed, changed }: ComparedSectionCounts): number {
  return added + removed + changed;
}

/** `2 clusters (+1 −1), 1 route (~1)`: sections without a difference are left out. */
export function sectionText({ section, added, removed, changed }: ComparedSectionCounts): string {
  const parts = [
    ...(added === 0 ? [] : [`+${added}`]),
    ...(removed === 0 ? [] : [`−${removed}`]),
    ...(changed === 0 ? [] : [`~${changed}`]),
  ];
  return `${section} ${parts.join(' ')}`;
}
