import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { TabId } from './mesh-state.ts';

type MeshTab = { title: string; Content: ComponentType };

const OverviewTab = dynamic(() => import('./overview/overview-tab.tsx').then((module) => module.OverviewTab));

/** The tabs of the mesh page. Each loads when it is first opened. */
export const meshTabs: Partial<Record<TabId, MeshTab>> = {
  overview: { title: 'Overview', Content: OverviewTab },
};
