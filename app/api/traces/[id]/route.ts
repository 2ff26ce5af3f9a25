import { traceQuery } from '#lib/contract/traces.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadTrace } from '#server/mesh/traces/load-trace.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(traceQuery, loadTrace);
