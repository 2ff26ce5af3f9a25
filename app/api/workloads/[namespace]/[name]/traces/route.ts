import { targetTracesQuery } from '#lib/contract/traces.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadTargetTraces } from '#server/mesh/traces/load-target-traces.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(targetTracesQuery, loadTargetTraces('workload'));
