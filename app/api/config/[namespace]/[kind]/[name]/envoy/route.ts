import { realizedQuery } from '#lib/contract/realized.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadRealized } from '#server/mesh/realized/load-realized.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(realizedQuery, loadRealized);
