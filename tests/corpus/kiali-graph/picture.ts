import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { CorpusCase } from './read-cases.ts';

/** What is compared of a graph: flat texts and numbers by key, so that a difference names itself. */
export type Picture = Map<string, string>;

type Expected = CorpusCase['graph']['elements'];
type Described = {
  nodeType: string;
  cluster: string;
  namespace?: string | undefined;
  workload?: string | undefined;
  app?: string | undefined;
  version?: string | undefined;
  service?: string | undefined;
};
type Figures = {
  rate: number;
  errorPercent: number;
  codes: ReadonlyMap<string, number>;
  flags: ReadonlyMap<string, number>;
  hosts: ReadonlyMap<string, number>;
};

/** The expected graph. Boxes are left out: they are drawn by another rule. */
export function expectedPicture({ graph }: CorpusCase): Picture {
  const picture: Picture = new Map();
  const keys = new Map<string, string>();
  for (const { data } of graph.elements.nodes) {
    if (data.nodeType === 'box') continue;
    const key = nodeKey(data);
    keys.set(data.id, key);
    addNode(picture, key, { isRoot: data.isRoot === true, isOutside: data.isOutside === true });
  }
  for (const { data } of graph.elements.edges) {
    const [source = data.source, target = data.target] = [keys.get(data.source), keys.get(data.target)];
    addEdge(picture, `${source} -> ${target} ${data.traffic.protocol}`, expectedFigures(data.traffic));
    const back = data.waypoint?.fromEdge?.traffic;
    if (back !== undefined)
      addEdge(picture, `${target} -> ${source} ${back.protocol}`, expectedFigures(back));
  }
  return picture;
}

type Traffic = Expected['edges'][number]['data']['traffic'];

function expectedFigures({ protocol, rates = {}, responses = {} }: Traffic): Figures {
  const codes = new Map<string, number>();
  const flags = new Map<string, number>();
  const hosts = new Map<string, number>();
  for (const [code, answer] of Object.entries(responses)) {
    for (const [flag, percent] of Object.entries(answer.flags ?? {})) {
      add(codes, code, percent);
      add(flags, `${code} ${flag}`, percent);
    }
    for (const [host, percent] of Object.entries(answer.hosts ?? {})) add(hosts, `${code} ${host}`, percent);
  }
  return {
    rate: rates[protocol] ?? 0,
    errorPercent: rates[`${protocol}PercentErr`] ?? 0,
    codes,
    flags,
    hosts,
  };
}

/** Our graph in the same words; `query` chooses which of an edge's figures is its rate. */
export function ownPicture(graph: Graph, query: Readonly<Record<string, string>>): Picture {
  const picture: Picture = new Map();
  const keys = new Map<string, string>();
  for (const node of graph.nodes) {
    const key = nodeKey(ownNode(node));
    keys.set(node.id, key);
    addNode(picture, key, { isRoot: node.isRoot === true, isOutside: node.isOutside === true });
  }
  for (const edge of graph.edges)
    addEdge(
      picture,
      `${keys.get(edge.source)} -> ${keys.get(edge.target)} ${edge.protocol}`,
      ownFigures(edge, query),
    );
  return picture;
}

function ownFigures(edge: GraphEdge, query: Readonly<Record<string, string>>): Figures {
  const codes = new Map<string, number>();
  const flags = new Map<string, number>();
  const hosts = new Map<string, number>();
  // Message mode knows no answers, only hosts.
  const countsMessages = edge.protocol === 'grpc' && (query.rateGrpc ?? 'requests') !== 'requests';
  const [main] = edge.responses ?? [];
  for (const { code, flags: flag, host, share, reporter } of edge.responses ?? []) {
    if (reporter !== main?.reporter) continue;
    const shownCode = countsMessages ? '-' : code;
    if (!countsMessages) {
      add(codes, shownCode, share * 100);
      add(flags, `${shownCode} ${flag}`, share * 100);
    }
    if (host !== '') add(hosts, `${shownCode} ${host}`, share * 100);
    if (host === '' && edge.target.startsWith('service:unknown')) add(hosts, `${code} unknown`, share * 100);
  }
  for (const { flags: flag, host, share } of edge.connections ?? []) {
    add(codes, '-', share * 100);
    add(flags, `- ${flag}`, share * 100);
    if (host !== '') add(hosts, `- ${host}`, share * 100);
  }
  const errorPercent = ((edge.errorShare ?? 0) + (edge.clientErrorShare ?? 0)) * 100;
  return { rate: ownRate(edge, query), errorPercent, codes, flags, hosts };
}

function ownRate(edge: GraphEdge, query: Readonly<Record<string, string>>): number {
  const pick = (mode: string, sent: number | undefined, received: number | undefined) =>
    (mode === 'received' ? 0 : (sent ?? 0)) + (mode === 'sent' ? 0 : (received ?? 0));
  if (edge.protocol === 'tcp')
    return pick(query.rateTcp ?? 'sent', edge.bytesSentPerSecond, edge.bytesReceivedPerSecond);
  const mode = query.rateGrpc ?? 'requests';
  return edge.protocol === 'grpc' && mode !== 'requests'
    ? pick(mode, edge.messagesSentPerSecond, edge.messagesReceivedPerSecond)
    : (edge.requestsPerSecond ?? 0);
}

function ownNode(node: GraphNode): Described {
  const nodeType = {
    application: 'app',
    serviceEntry: 'service',
    passthrough: 'service',
    blackHole: 'service',
  };
  const kind = Object.entries(nodeType).find(([own]) => own === node.kind)?.[1] ?? node.kind;
  return { ...node, nodeType: kind, service: node.service ?? node.name };
}

function nodeKey(node: Described): string {
  const {
    nodeType,
    cluster,
    namespace = 'unknown',
    workload = '',
    app = '',
    version = '',
    service = '',
  } = node;
  const names = new Map([
    ['app', `${app}/${version}/${workload}`],
    ['workload', workload],
    ['service', service],
  ]);
  const name = names.get(nodeType) ?? '';
  return `${nodeType} ${cluster}/${namespace}/${name}`;
}

function addNode(picture: Picture, key: string, flags: { isRoot: boolean; isOutside: boolean }): void {
  picture.set(key, 'there');
  picture.set(`${key} isRoot`, String(flags.isRoot));
  picture.set(`${key} isOutside`, String(flags.isOutside));
}

function addEdge(picture: Picture, key: string, figures: Figures): void {
  picture.set(key, 'there');
  picture.set(`${key} rate`, figures.rate.toFixed(2));
  picture.set(`${key} errors %`, figures.errorPercent.toFixed(1));
  for (const part of ['codes', 'flags', 'hosts'] as const)
    for (const [name, percent] of figures[part]) picture.set(`${key} ${part} ${name}`, percent.toFixed(1));
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/** Percentages are rounded to one decimal on both sides, so they may lie one last digit apart. */
export function isSame(left: string | undefined, right: string | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return Math.abs(Number(left) - Number(right)) < 0.11;
}
