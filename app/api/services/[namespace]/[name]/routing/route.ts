import { routingQuery } from '#lib/contract/routing.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadRouting } from '#server/mesh/routing/load-routing.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(routingQuery, loadRouting);
