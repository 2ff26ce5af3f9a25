import { graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(graphSeriesQuery, loadGraphSeries);
