import { dashboardsQuery } from '#lib/contract/dashboards.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadDashboards } from '#server/mesh/dashboards/load-dashboards.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(dashboardsQuery, loadDashboards);
