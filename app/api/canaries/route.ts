import { canariesQuery } from '#lib/contract/canary-query.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadCanaries } from '#server/mesh/canary/load-canaries.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(canariesQuery, loadCanaries);
