import { compareObjectQuery } from '#lib/contract/compare-objects.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadComparedObject } from '#server/mesh/compare/objects/load-object-comparison.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(compareObjectQuery, loadComparedObject);
