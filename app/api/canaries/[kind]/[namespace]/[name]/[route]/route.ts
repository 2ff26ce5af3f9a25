import { canaryQuery } from '#lib/contract/canary-query.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadCanary } from '#server/mesh/canary/load-canary.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(canaryQuery, loadCanary);
