import { proxiesQuery } from '#lib/contract/proxies.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadProxies } from '#server/mesh/proxies/load-proxies.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(proxiesQuery, loadProxies);
