import { LayoutGrid, ListTree, type LucideIcon, Share2 } from 'lucide-react';

type PageId = 'overview' | 'graph' | 'traces';

type Page = {
  title: string;
  path: string;
  icon: LucideIcon;
  /** The page needs the width: its navigation shows icons only. */
  isWide: boolean;
};

/** The pages that exist, in the order of the navigation. */
export const pages: Record<PageId, Page> = {
  overview: { title: 'Overview', path: '/overview', icon: LayoutGrid, isWide: false },
  graph: { title: 'Graph', path: '/graph', icon: Share2, isWide: true },
  traces: { title: 'Traces', path: '/traces', icon: ListTree, isWide: false },
};

export const pageList = Object.values(pages);

/** The page that an address belongs to, its sub-pages included. */
export function pageAt(pathname: string): Page | undefined {
  return pageList.find((page) => pathname === page.path || pathname.startsWith(`${page.path}/`));
}
