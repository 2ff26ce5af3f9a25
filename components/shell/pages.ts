import {
  AppWindow,
  Box,
  CircleDot,
  Diamond,
  FileText,
  GitCompareArrows,
  Globe,
  Hexagon,
  LayoutGrid,
  ListTree,
  type LucideIcon,
  Share2,
  Split,
} from 'lucide-react';

type PageId =
  | 'overview'
  | 'graph'
  | 'services'
  | 'workloads'
  | 'applications'
  | 'namespaces'
  | 'canaries'
  | 'proxies'
  | 'config'
  | 'traces'
  | 'mesh'
  | 'compare';

type Page = {
  title: string;
  path: string;
  icon: LucideIcon;
  /** The page needs the width: its navigation shows icons only. */
  isWide: boolean;
  /** The whole mesh, the things in it, or ways to look into them; a line stands between groups. */
  group: 'mesh' | 'things' | 'tools';
  /** Offered only where an earlier snapshot is open. */
  needsBefore?: true;
};

/** The pages that exist, in the order of the navigation. */
export const pages: Record<PageId, Page> = {
  overview: { title: 'Overview', path: '/overview', icon: LayoutGrid, isWide: false, group: 'mesh' },
  graph: { title: 'Graph', path: '/graph', icon: Share2, isWide: true, group: 'mesh' },
  services: { title: 'Services', path: '/services', icon: Diamond, isWide: false, group: 'things' },
  workloads: { title: 'Workloads', path: '/workloads', icon: CircleDot, isWide: false, group: 'things' },
  applications: {
    title: 'Applications',
    path: '/applications',
    icon: AppWindow,
    isWide: false,
    group: 'things',
  },
  namespaces: { title: 'Namespaces', path: '/namespaces', icon: Box, isWide: false, group: 'things' },
  canaries: { title: 'Canaries', path: '/canaries', icon: Split, isWide: false, group: 'tools' },
  proxies: { title: 'Proxies', path: '/proxies', icon: Hexagon, isWide: false, group: 'tools' },
  config: { title: 'Config', path: '/config', icon: FileText, isWide: false, group: 'tools' },
  traces: { title: 'Traces', path: '/traces', icon: ListTree, isWide: false, group: 'tools' },
  mesh: { title: 'Mesh', path: '/mesh', icon: Globe, isWide: false, group: 'tools' },
  compare: {
    title: 'Compare',
    path: '/compare',
    icon: GitCompareArrows,
    isWide: false,
    group: 'tools',
    needsBefore: true,
  },
};

const pageList: readonly Page[] = Object.values(pages);

/** The pages that are offered, in their order. */
export function offeredPages({ hasBefore }: { hasBefore: boolean }): Page[] {
  return pageList.filter(({ needsBefore }) => needsBefore !== true || hasBefore);
}

/** The page that an address belongs to, its sub-pages included. */
export function pageAt(pathname: string): Page | undefined {
  return pageList.find((page) => pathname === page.path || pathname.startsWith(`${page.path}/`));
}
