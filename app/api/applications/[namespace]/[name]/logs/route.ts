import { logsQuery } from '#lib/contract/logs.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadLogs } from '#server/mesh/logs/load-logs.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(logsQuery, loadLogs('application'));
