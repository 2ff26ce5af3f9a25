import { graphQuery } from '#lib/contract/graph-query.ts';
import { sharedEndpoint } from '#server/http/shared-endpoint.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';

export const dynamic = 'force-dynamic';
export const GET = sharedEndpoint(graphQuery, loadGraph);
