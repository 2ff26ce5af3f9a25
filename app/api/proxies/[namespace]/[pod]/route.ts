import { proxyQuery } from '#lib/contract/proxies.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadProxy } from '#server/mesh/proxies/load-proxy.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(proxyQuery, loadProxy);
