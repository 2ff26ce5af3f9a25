import { compareGraphQuery } from '#lib/contract/compare-graph.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadGraphComparison } from '#server/mesh/compare/graph/load-graph-comparison.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(compareGraphQuery, loadGraphComparison);
