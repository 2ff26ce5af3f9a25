import { callersQuery } from '#lib/contract/callers.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadCallers } from '#server/mesh/realized/load-callers.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(callersQuery, loadCallers);
