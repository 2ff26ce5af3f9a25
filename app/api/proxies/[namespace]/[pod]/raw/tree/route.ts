import { rawTreeQuery } from '#lib/contract/raw.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadRawTree } from '#server/mesh/proxy/raw/load-raw.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(rawTreeQuery, loadRawTree);
