import type { Graph } from '#lib/contract/graph.ts';
import type { GraphType, ServiceNodeMode } from '#lib/contract/graph-query.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ChangeKind } from '#lib/graph/compare-graphs.ts';
import type { FocusDirection } from '#lib/graph/neighbours.ts';
import type { CompareOffset, ShowId } from './graph-state.ts';

type GraphBoxKind = Graph['boxes'][number]['kind'];

export const reporterTitles = { source: 'source', waypoint: 'waypoint', destination: 'destination' } as const;

export const changeTitles: Record<ChangeKind, string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};

export const focusTitles: Record<FocusDirection, string> = {
  both: 'Both ways',
  upstream: 'Upstream',
  downstream: 'Downstream',
};

export const boxTitles: Record<GraphBoxKind, string> = {
  cluster: 'Cluster',
  namespace: 'Namespace',
  app: 'App',
};

/** `26 nodes, 29 edges in 5 namespaces` */
export function summaryText(graph: Graph): string {
  const namespaces = new Set(graph.nodes.flatMap((node) => node.namespace ?? []));
  const parts = `${formatQuantity(graph.nodes.length, 'node')}, ${formatQuantity(graph.edges.length, 'edge')}`;
  return `${parts} in ${formatQuantity(namespaces.size, 'namespace')}`;
}

/** Names of the actions in toolbar, panel and menus. */
export const actionWords = {
  focusUpstream: 'Upstream',
  focusDownstream: 'Downstream',
  focusBoth: 'Both ways',
  focusLabel: 'Focus',
  more: 'Actions',
  depth: 'Depth',
  onlyPath: 'Only this path',
  endFocus: 'End focus',
  hide: 'Hide',
  findSimilar: 'Find similar',
  findMembers: 'Find members',
  selectNeighbours: 'Find neighbours',
  copyName: 'Copy name',
  openInTable: 'Open in table',
  openInGraph: 'Open in graph',
  details: 'Details',
} as const;

export const tableWords = {
  nodes: 'Nodes',
  edges: 'Edges',
  label: 'Table of the graph',
  found: 'Found',
  state: 'State',
  name: 'Name',
  kind: 'Kind',
  source: 'From',
  sourceNamespace: 'From namespace',
  target: 'To',
  targetNamespace: 'To namespace',
  protocol: 'Protocol',
  rate: 'Rate',
  errors: 'Errors',
  configured: 'Configured',
  split: 'Split',
  splitVerdict: 'Split verdict',
  requests: 'Requests',
  sent: 'Sent',
  received: 'Received',
  reason: 'Why',
  in: 'In',
  out: 'Out',
  bytesIn: 'TCP in',
  bytesOut: 'TCP out',
} as const;

export const matrixWords = {
  label: 'Matrix of who calls whom: a row calls the columns in which it has a figure',
  corner: 'From ↓ to →',
  cell: (from: string, to: string, text: string) => `${from} to ${to}: ${text}`,
} as const;

/** The title row and the toolbar. */
export const toolbarWords = {
  page: 'Graph',
  label: 'What the graph shows',
  hiddenIdle: (count: number) => `${count} idle hidden`,
  hidden: (count: number) => `${formatQuantity(count, 'node')} hidden`,
  views: 'View',
  type: 'Graph type',
  boxes: 'Boxes',
  labels: 'Labels',
  show: 'Show',
  none: 'none',
  find: 'Find',
  hide: 'Hide',
  findHelp: 'How to write find and hide expressions',
  more: 'More',
  layout: 'Layout',
  rearrange: 'Arrange anew',
  compare: 'Compare',
  compareWith: 'Compare with the graph',
  noCompare: 'Do not compare',
  replay: 'Replay',
  export: 'Export',
  savedViews: 'Views',
  saveView: 'Save this view',
  viewName: 'Name of the view',
  save: 'Save',
  noViews: 'No saved views yet.',
  removeView: (name: string) => `Remove ${name}`,
  unpin: 'Unpin all nodes',
  matches: (count: number) => `${formatQuantity(count, 'match', 'matches')}`,
} as const;

export const viewTitles = { graph: 'Graph', table: 'Table', matrix: 'Matrix' } as const;

export const graphTypeWords: Record<GraphType, { title: string; description: string }> = {
  versionedApp: { title: 'Versioned app', description: 'One node for each version of an app' },
  workload: { title: 'Workload', description: 'One node for each workload' },
  app: { title: 'App', description: 'All versions of an app in one node' },
  service: { title: 'Service', description: 'Services only, without what is behind them' },
};

export const boxWords: Record<GraphBoxKind, string> = {
  cluster: 'cluster',
  namespace: 'namespace',
  app: 'app',
};

export const serviceNodeWords: Record<ServiceNodeMode, { short: string; title: string }> = {
  routed: { short: 'routed services', title: 'Service nodes where they route or fail' },
  true: { short: 'all services', title: 'All service nodes' },
  false: { short: 'no services', title: 'No service nodes' },
};

export const showWords: Record<ShowId, { short: string; title: string }> = {
  badges: { short: 'badges', title: 'Badges on nodes' },
  outOfMesh: { short: 'out of mesh', title: 'Workloads outside the mesh' },
  idle: { short: 'idle', title: 'Idle nodes and edges' },
  operations: { short: 'operations', title: 'Operations, where they are reported' },
  foldRoutes: { short: '', title: 'Backends of a route under its service' },
};

export const compareWords: Record<CompareOffset, string> = {
  '': 'nothing',
  '10m': '10 minutes earlier',
  '1h': '1 hour earlier',
  '1d': '1 day earlier',
  '7d': '1 week earlier',
};

export const replayWords = {
  label: 'Replay',
  play: 'Play',
  pause: 'Pause',
  previous: 'Previous frame',
  next: 'Next frame',
  frame: 'Frame',
  end: 'End replay',
  counter: (frame: number, count: number) => `${frame} of ${count}`,
} as const;

/** States of the page. */
export const stateWords = {
  emptyTitle: 'No traffic in this time range',
  emptyText: (hasIdle: boolean) =>
    hasIdle
      ? 'Nothing in the chosen namespaces was called. There are idle workloads that can be shown.'
      : 'Nothing in the chosen namespaces was called. Choose a longer time range or more namespaces.',
  showIdle: 'Show idle nodes',
  widen: 'Show the last hour',
  allHiddenTitle: 'Everything is hidden',
  allHiddenText: 'The hide field or a focused path leaves nothing to draw.',
  clearHide: 'Show everything',
} as const;

export const exportWords = {
  pngView: 'PNG of what is on screen',
  pngWhole: 'PNG of the whole graph',
  svg: 'SVG of the whole graph',
  dot: 'DOT for Graphviz',
  json: 'JSON of the answer',
} as const;

/** The panel of focus above the drawing. */
export const focusWords = {
  sentence: (name: string) => `Focus on ${name}`,
  missing: 'The focused node is not in the graph at this time.',
} as const;

export const shortcutWords = {
  title: 'Graph',
  graph: 'Show the graph',
  table: 'Show the table',
  matrix: 'Show the matrix',
  find: 'Find',
  hide: 'Hide',
  panel: 'Show or hide the panel',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the graph',
  clear: 'Clear the selection, then the focus',
  palette: 'In the graph',
} as const;

export const minigraphWords = {
  alone: 'No traffic',
  aloneText: 'In this window nobody called it, and it called nobody.',
  notCounted: 'Not counted',
  notCountedText:
    'Without a proxy, what it sends is counted by whoever receives it, as an unknown source. The Traffic tab reads the logs of the others.',
  hidden: (callers: number, called: number) =>
    `Not drawn: ${[callers > 0 ? `${callers} more callers` : '', called > 0 ? `${called} more called` : ''].filter((part) => part !== '').join(', ')}.`,
} as const;
