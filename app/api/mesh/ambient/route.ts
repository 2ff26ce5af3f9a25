import { ambientQuery } from '#lib/contract/ambient.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadAmbient } from '#server/mesh/ambient/load-ambient.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(ambientQuery, loadAmbient);
