import { rawSearchQuery } from '#lib/contract/raw.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadRawSearch } from '#server/mesh/proxy/raw/load-raw.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(rawSearchQuery, loadRawSearch);
