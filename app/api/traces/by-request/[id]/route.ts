import { requestTraceQuery } from '#lib/contract/logs.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadRequestTrace } from '#server/mesh/logs/spans/load-request-trace.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(requestTraceQuery, loadRequestTrace);
