import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import type { ProxyTabId } from './proxy-state.ts';

type ProxyTab = {
  title: string;
  /** The types of proxies that have it. */
  types: readonly ProxyItem['type'][];
  Content: ComponentType<ProxyTabProps>;
};

const envoys = ['sidecar', 'gateway', 'waypoint', 'unknown'] as const;

const ClustersTab = dynamic(() => import('./clusters/clusters-tab.tsx').then((module) => module.ClustersTab));
const ListenersTab = dynamic(() =>
  import('./listeners/listeners-tab.tsx').then((module) => module.ListenersTab),
);
const RoutesTab = dynamic(() => import('./routes/routes-tab.tsx').then((module) => module.RoutesTab));
const EndpointsTab = dynamic(() =>
  import('./endpoints/endpoints-tab.tsx').then((module) => module.EndpointsTab),
);
const SecretsTab = dynamic(() => import('./secrets/secrets-tab.tsx').then((module) => module.SecretsTab));
const EcdsTab = dynamic(() => import('./ecds/ecds-tab.tsx').then((module) => module.EcdsTab));
const BootstrapTab = dynamic(() =>
  import('./bootstrap/bootstrap-tab.tsx').then((module) => module.BootstrapTab),
);
const ZtunnelPanel = dynamic(() =>
  import('#components/ztunnel/ztunnel-panel.tsx').then((module) => module.ZtunnelPanel),
);
const StatsPanel = dynamic(() =>
  import('#components/proxy-stats/stats-panel.tsx').then((module) => module.StatsPanel),
);
const LoggingPanel = dynamic(() =>
  import('#components/proxy-logging/logging-panel.tsx').then((module) => module.LoggingPanel),
);
const RawPanel = dynamic(() =>
  import('#components/proxy-raw/raw-panel.tsx').then((module) => module.RawPanel),
);
const DriftPanel = dynamic(() =>
  import('#components/drift/drift-panel.tsx').then((module) => module.DriftPanel),
);
const ComparePanel = dynamic(() =>
  import('#components/drift/compare-panel.tsx').then((module) => module.ComparePanel),
);

/** The tabs of a proxy in the order in which they stand there. Each loads when it is first opened. */
export const proxyTabs: Record<ProxyTabId, ProxyTab> = {
  clusters: { title: 'Clusters', types: envoys, Content: ClustersTab },
  listeners: { title: 'Listeners', types: envoys, Content: ListenersTab },
  routes: { title: 'Routes', types: envoys, Content: RoutesTab },
  endpoints: { title: 'Endpoints', types: envoys, Content: EndpointsTab },
  secrets: { title: 'Secrets', types: envoys, Content: SecretsTab },
  ecds: { title: 'Filters', types: envoys, Content: EcdsTab },
  bootstrap: { title: 'Bootstrap', types: envoys, Content: BootstrapTab },
  ztunnel: { title: 'ztunnel', types: ['ztunnel'], Content: ZtunnelPanel },
  stats: { title: 'Statistics', types: envoys, Content: StatsPanel },
  logging: { title: 'Logging', types: [...envoys, 'ztunnel'], Content: LoggingPanel },
  raw: { title: 'Raw', types: [...envoys, 'ztunnel', 'agentgateway'], Content: RawPanel },
  drift: { title: 'Drift', types: envoys, Content: DriftPanel },
  compare: { title: 'Compare', types: envoys, Content: ComparePanel },
};
