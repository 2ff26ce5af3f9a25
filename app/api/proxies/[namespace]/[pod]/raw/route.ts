import { rawQuery } from '#lib/contract/raw.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadRaw } from '#server/mesh/proxy/raw/load-raw.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(rawQuery, loadRaw);
