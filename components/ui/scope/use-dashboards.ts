'use client';

import { type DashboardLink, type DashboardSubject, dashboardsSchema } from '#lib/contract/dashboards.ts';
import { useAnswer } from './use-answer.ts';
import { useScope } from './use-scope.ts';

/** What a page or a part of it is about; of the mesh as a whole there is nothing to name. */
export type DashboardsAbout = {
  of: DashboardSubject;
  namespace?: string | undefined;
  name?: string | undefined;
  cluster?: string | undefined;
};

/** Links to dashboards of Grafana in the page's time range; none until they are known. */
export function useDashboards({ of, namespace, name, cluster }: DashboardsAbout): readonly DashboardLink[] {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  const query = useAnswer({
    path: '/api/dashboards',
    parameters: { of, namespace, name, cluster, range, at },
    schema: dashboardsSchema,
    isEnabled: hasTime,
  });
  return query.data?.data.links ?? [];
}
