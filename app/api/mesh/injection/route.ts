import { injectionQuery } from '#lib/contract/injection.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadInjection } from '#server/mesh/injection/load-injection.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(injectionQuery, loadInjection);
