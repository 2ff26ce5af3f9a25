import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { TabId } from './mesh-state.ts';
import { words } from './words.ts';

type MeshTab = { title: string; Content: ComponentType };

const OverviewTab = dynamic(() => import('./overview/overview-tab.tsx').then((module) => module.OverviewTab));

const InjectionPanel = dynamic(() =>
  import('#components/injection/injection-panel.tsx').then((module) => module.InjectionPanel),
);

const AmbientPanel = dynamic(() =>
  import('#components/ambient/ambient-panel.tsx').then((module) => module.AmbientPanel),
);

const ConfigurationTab = dynamic(() =>
  import('./configuration/configuration-tab.tsx').then((module) => module.ConfigurationTab),
);

const RegistryTab = dynamic(() => import('./registry/registry-tab.tsx').then((module) => module.RegistryTab));

const ProblemsTab = dynamic(() => import('./problems/problems-tab.tsx').then((module) => module.ProblemsTab));

const MetricsTab = dynamic(() => import('./metrics/metrics-tab.tsx').then((module) => module.MetricsTab));

/** The tabs of the mesh page. Each loads when it is first opened. */
export const meshTabs: Record<TabId, MeshTab> = {
  overview: { title: words.tabs.overview, Content: OverviewTab },
  injection: { title: words.tabs.injection, Content: InjectionPanel },
  ambient: { title: words.tabs.ambient, Content: AmbientPanel },
  configuration: { title: words.tabs.configuration, Content: ConfigurationTab },
  registry: { title: words.tabs.registry, Content: RegistryTab },
  problems: { title: words.tabs.problems, Content: ProblemsTab },
  metrics: { title: words.tabs.metrics, Content: MetricsTab },
};
