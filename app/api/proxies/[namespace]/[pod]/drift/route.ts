import { proxyQuery } from '#lib/contract/proxies.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadDrift } from '#server/mesh/proxy/drift/load-drift.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(proxyQuery, loadDrift);
