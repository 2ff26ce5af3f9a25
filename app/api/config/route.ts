import { objectsQuery } from '#lib/contract/objects.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadObjects } from '#server/mesh/objects/load-objects.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(objectsQuery, loadObjects);
