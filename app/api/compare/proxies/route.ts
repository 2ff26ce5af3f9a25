import { compareProxiesQuery } from '#lib/contract/compare-proxies.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadProxyComparison } from '#server/mesh/compare/proxies/load-proxy-comparison.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(compareProxiesQuery, loadProxyComparison);
