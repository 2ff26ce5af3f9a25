import { objectQuery } from '#lib/contract/objects.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadObject } from '#server/mesh/objects/load-object.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(objectQuery, loadObject);
