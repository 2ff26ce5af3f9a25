import { compareProxyQuery } from '#lib/contract/compare-proxies.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadComparedProxy } from '#server/mesh/compare/proxies/load-proxy-comparison.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(compareProxyQuery, loadComparedProxy);
