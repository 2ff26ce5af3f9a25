import { targetQuery } from '#lib/contract/details.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadApplication } from '#server/mesh/details/load-details.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(targetQuery, loadApplication);
