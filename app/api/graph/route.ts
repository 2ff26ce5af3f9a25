import { graphQuery } from '#lib/contract/graph-query.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(graphQuery, loadGraph);
