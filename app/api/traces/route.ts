import { tracesQuery } from '#lib/contract/traces.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadTraces } from '#server/mesh/traces/load-traces.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(tracesQuery, loadTraces);
