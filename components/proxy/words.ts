import type { DiscoveryType, ProxyItem, Sync } from '#lib/contract/proxies.ts';
import type { EndpointRow, ItemState } from '#lib/contract/proxy-sections.ts';
import { formatCount } from '#lib/format-count.ts';

const syncNames: Record<DiscoveryType, string> = {
  CDS: 'Clusters (CDS)',
  LDS: 'Listeners (LDS)',
  EDS: 'Endpoints (EDS)',
  RDS: 'Routes (RDS)',
  SDS: 'Secrets (SDS)',
  NDS: 'Names of hosts (NDS)',
  PCDS: 'Proxy configuration (PCDS)',
  ECDS: 'Filters (ECDS)',
  WDS: 'Workloads (WDS)',
  WADS: 'Authorization policies (WADS)',
};

type SyncState = Sync['state'];
type Empty = { title: string; text: string };

export const words = {
  any: 'any',
  anyOf: (title: string) => `Any ${title.toLowerCase()}`,
  search: 'Search',
  searchIn: (title: string) => `Search in ${title}`,
  moreValues: (count: number) => `And ${formatCount(count)} more; search to find them.`,
  weightUnit: 'weight',
  thisWorkload: 'this workload',
  missingObject: 'does not exist',
  noRow: (noun: string, id: string) => `This proxy has no ${noun} ${id}.`,
  istioGateway: 'Gateway (Istio)',
  inUse: 'in use',
  ejected: 'ejected',
  valid: 'valid',
  invalid: 'not valid',
  httpFilters: (count: number) => `HTTP, ${count} ${count === 1 ? 'filter' : 'filters'}`,
  hiddenByIstioctl: 'istioctl proxy-config leaves such rows out',
  summary: ({ noun, left, total }: { noun: readonly [string, string]; left: number; total: number }) =>
    left === total
      ? `${formatCount(total)} ${noun[total === 1 ? 0 : 1]}`
      : `${formatCount(left)} of ${formatCount(total)} ${noun[1]}`,
  states: {
    active: 'active',
    warming: 'warming',
    draining: 'draining',
    static: 'static',
    rejected: 'rejected',
  } satisfies Record<ItemState, string>,
  stateSentences: {
    active: 'In use',
    warming: 'Accepted, but not in use before what it needs has come',
    draining: 'Replaced; its last connections are ending',
    static: 'Part of what the proxy was started with',
    rejected: 'Refused, and there is no older one: it does not exist in this Envoy',
  } satisfies Record<ItemState, string>,
  updateRefused: 'update refused',
  endpointSources: {
    both: 'istiod’s list and Envoy’s own',
    clusters: 'Envoy’s own list (DNS or static)',
    eds: 'istiod’s list only: Envoy does not use it',
  } satisfies Record<EndpointRow['source'], string>,
  facets: {
    difference: 'Difference',
    object: 'Object',
    state: 'State',
    port: 'Port',
    name: 'Name',
    service: 'Service',
    subset: 'Subset',
    direction: 'Direction',
    type: 'Type',
    address: 'Address',
    cluster: 'Cluster',
    status: 'Status',
  },
  placeholders: {
    routes: 'Filter by name, host, object',
    clusters: 'Filter by host, subset, object',
    listeners: 'Filter by address, match, object',
    endpoints: 'Filter by address, cluster, pod',
    secrets: 'Filter by name, serial number',
    ecds: 'Filter by name, type',
  },
  empty: {
    clusters: {
      title: 'No clusters',
      text: 'This proxy knows nobody to send requests to. istiod has sent it nothing, or a Sidecar object leaves everything out.',
    },
    listeners: {
      title: 'No listeners',
      text: 'This proxy takes no connections. istiod has sent it no listeners, or no Gateway object selects it.',
    },
    routes: {
      title: 'No routes',
      text: 'No listener of this proxy asks for a route configuration. A gateway without a Gateway object, or a proxy whose listeners were refused, has none.',
    },
    endpoints: { title: 'No endpoints', text: 'No cluster of this proxy has a host.' },
    secrets: {
      title: 'No secrets',
      text: 'This proxy has no certificate: its agent got none from istiod. Look into the log of istio-proxy.',
    },
    ecds: {
      title: 'No filters are fetched by name',
      text: 'Only WasmPlugins and some EnvoyFilters make a proxy fetch filters by ECDS; none applies here.',
    },
  } satisfies Record<string, Empty>,
  foot: {
    read: (age: string, size: string) => `Read ${age}, ${size}`,
    unknown: (count: number) =>
      count === 1
        ? '1 part of a type that Vigla does not know'
        : `${count} parts of types that Vigla does not know`,
    more: (count: number) => `And ${count} more.`,
  },
  inEnvoy: 'In this Envoy',
  accepted: (clock: string) => `accepted ${clock}`,
  inRaw: (path: string) => `${path}\nOpen in Raw`,
  itemAsJson: 'item as JSON',
  tooLarge: (size: string) => `This item has ${size} of JSON, too much for a row.`,
  openInRaw: 'Open it in Raw',
  fromObject: 'From object',
  noObject: 'No object is behind it',
  noObjectText: 'Envoy or Istio puts it there by itself, and nothing in the mesh changes that.',
  whyLink: 'Why this object',
  linkedBy: ({ word, sentence }: { word: string; sentence: string }) => `Linked ${word}: ${sentence}.`,
  missingFix: (kind: string, name: string) =>
    `There is no ${kind} ${name} now. It may have been deleted since; the proxy then still has an older configuration.`,
  refused: {
    title: (at: string | undefined) =>
      at === undefined ? 'Envoy refused this update:' : `Envoy refused this update at ${at}:`,
    why: 'Why was it refused',
    withoutAny:
      'Envoy checks each item before it takes it. This one it never took, so that nothing of it works here.',
    withOlder: 'Envoy checks each item before it takes it. It goes on with the older one that is shown here.',
    fix: 'The reason is in Envoy’s own words. It mostly names what an object of the mesh asks for and this proxy lacks: a cluster that a Sidecar leaves out, a file, a filter of another version.',
    version: (version: string) => `refused version ${version}`,
  },
  list: 'Proxies',
  proxiesOf: (namespace: string) => `Proxies of ${namespace}`,
  name: 'name of the proxy',
  facts: {
    workload: 'Workload',
    version: 'Version',
    revision: (name: string) => `Revision ${name}`,
    istiod: 'istiod',
    connected: 'Connected',
    notConnected: 'to no istiod',
    connectionUnknown: 'not known, no answer',
    certificate: 'Certificate',
  },
  proxyTypes: {
    sidecar: 'Sidecar',
    gateway: 'Gateway',
    waypoint: 'Waypoint',
    ztunnel: 'ztunnel',
    agentgateway: 'agentgateway',
    unknown: 'Proxy',
  } satisfies Record<ProxyItem['type'], string>,
  syncs: {
    label: 'What istiod says that this proxy has',
    SYNCED: 'synced',
    STALE: 'stale',
    ERROR: 'refused',
    'NOT SENT': 'not sent',
    IGNORED: 'ignored',
  } satisfies Record<SyncState | 'label', string>,
  syncSentences: {
    SYNCED: 'The proxy confirmed the last that istiod sent.',
    STALE: 'istiod has sent newer configuration than the proxy has confirmed.',
    ERROR: 'The proxy refused what istiod sent.',
    'NOT SENT': 'The proxy asked for it, and istiod has nothing of this type for it.',
    IGNORED: 'The proxy never asked for this type.',
  } satisfies Record<SyncState, string>,
  syncTitle: (type: DiscoveryType) => `Why ${syncNames[type]} are in this state`,
  syncName: (type: DiscoveryType) => syncNames[type],
  syncFacts: {
    sent: (nonce: string) => `sent ${nonce}`,
    acked: (nonce: string) => `confirmed ${nonce}`,
    notAcked: 'nothing confirmed',
  },
  unanswered: 'The proxy itself could not be asked, or gave no answer.',
  unansweredText: 'What istiod knows of it is shown; its own configuration is not.',
  pod: 'Pod',
  ofPods: (count: number) =>
    count === 1 ? 'the only pod with a proxy' : `one of ${formatCount(count)} pods with a proxy`,
  openPage: 'Open its page',
  noProxies: 'No pod of it has a proxy',
  noProxiesText: 'The overview says whether its pods should be injected, and what keeps them from it.',
  compare: 'Compare with',
  compareWith: { drift: 'istiod’s view', compare: 'Another pod' },
  commands: 'istioctl',
  commandsTitle: 'The same without Vigla',
  missing: {
    title: 'No proxy here',
    text: 'A pod has a proxy once it is injected: its workload’s page says whether it should be, and why it is not.',
    toList: 'All proxies',
    toWorkloads: (namespace: string) => `Workloads of ${namespace}`,
  },
  tabsOf: (pod: string) => `Configuration of ${pod}`,
  hasRefused: 'Something of it was refused or differs',
  agentgateway: 'This proxy is agentgateway, no Envoy: what it has is shown as it writes it, in Raw.',
  pagesKeys: 'Proxy',
  nextTab: 'Next tab',
  previousTab: 'Previous tab',
  differences: {
    same: 'same',
    changed: 'differs',
    onlyLeft: 'not taken',
    onlyRight: 'not there',
  },
  onlyHere: {
    onlyLeft: 'istiod has it, and this proxy does not.',
    onlyRight: 'This proxy has it, and istiod would not send it now.',
  },
  fieldsDiffer: (count: number) =>
    count === 1 ? 'One field differs from istiod’s.' : `${count} fields differ from istiod’s.`,
  allDifferences: 'All differences',
  sides: (istiod: string, proxy: string) => `istiod ${istiod}, here ${proxy}`,
  nothing: 'nothing',
  keys: { table: 'Table of the proxy', filter: 'Filter the rows', close: 'Close the open row' },
} as const;
