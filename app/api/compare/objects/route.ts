import { compareObjectsQuery } from '#lib/contract/compare-objects.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadObjectComparison } from '#server/mesh/compare/objects/load-object-comparison.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(compareObjectsQuery, loadObjectComparison);
