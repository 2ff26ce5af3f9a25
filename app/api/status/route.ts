import { statusQuery } from '#lib/contract/status.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(statusQuery, loadStatus);
