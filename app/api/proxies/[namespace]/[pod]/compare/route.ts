import { compareQuery } from '#lib/contract/drift.ts';
import { proxyQuery } from '#lib/contract/proxies.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { uploadEndpoint } from '#server/http/post-endpoint.ts';
import { loadFileComparison, loadPodComparison } from '#server/mesh/proxy/drift/load-drift.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(compareQuery, loadPodComparison);
export const POST = uploadEndpoint(proxyQuery, loadFileComparison);
