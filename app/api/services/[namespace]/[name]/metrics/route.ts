import { chartsQuery } from '#lib/contract/charts.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadCharts } from '#server/mesh/charts/load-charts.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(chartsQuery, loadCharts('service'));
