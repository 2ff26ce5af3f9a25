import { proxyStatsQuery } from '#lib/contract/proxy-stats.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadStats } from '#server/mesh/proxy/stats/load-stats.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(proxyStatsQuery, loadStats);
