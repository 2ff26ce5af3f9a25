import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { TargetKind } from '#lib/target.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import type { TabId } from './details-state.ts';

export type DetailsTab = {
  title: string;
  kinds: readonly TargetKind[];
  Content: ComponentType<TargetTabProps>;
};

const OverviewTab = dynamic(() => import('./overview/overview-tab.tsx').then((module) => module.OverviewTab));

const TrafficPanel = dynamic(() =>
  import('#components/traffic/traffic-panel.tsx').then((module) => module.TrafficPanel),
);

const RoutingPanel = dynamic(() =>
  import('#components/routing/routing-panel.tsx').then((module) => module.RoutingPanel),
);

const TracesPanel = dynamic(() =>
  import('#components/traces/traces-panel.tsx').then((module) => module.TracesPanel),
);

const InboundMetricsPanel = dynamic(() =>
  import('#components/metrics/metrics-panel.tsx').then((module) => module.InboundMetricsPanel),
);

const OutboundMetricsPanel = dynamic(() =>
  import('#components/metrics/metrics-panel.tsx').then((module) => module.OutboundMetricsPanel),
);

const LogsPanel = dynamic(() => import('#components/logs/logs-panel.tsx').then((module) => module.LogsPanel));

const ProxyPanel = dynamic(() =>
  import('#components/proxy/proxy-panel.tsx').then((module) => module.ProxyPanel),
);

const ConfigPanel = dynamic(() =>
  import('#components/config/config-panel.tsx').then((module) => module.ConfigPanel),
);

/** The tabs of details pages, in the order in which they stand there. Panels load when they are first opened. */
export const detailsTabs: Partial<Record<TabId, DetailsTab>> = {
  overview: { title: 'Overview', kinds: ['workload', 'service', 'application'], Content: OverviewTab },
  traffic: { title: 'Traffic', kinds: ['workload', 'service', 'application'], Content: TrafficPanel },
  inbound: {
    title: 'Inbound metrics',
    kinds: ['workload', 'service', 'application'],
    Content: InboundMetricsPanel,
  },
  outbound: { title: 'Outbound metrics', kinds: ['workload', 'application'], Content: OutboundMetricsPanel },
  traces: { title: 'Traces', kinds: ['workload', 'service', 'application'], Content: TracesPanel },
  logs: { title: 'Logs', kinds: ['workload', 'service', 'application'], Content: LogsPanel },
  proxy: { title: 'Proxy', kinds: ['workload'], Content: ProxyPanel },
  routing: { title: 'Routing', kinds: ['service'], Content: RoutingPanel },
  config: { title: 'Config', kinds: ['workload', 'service', 'application'], Content: ConfigPanel },
};
