import { meshMetricsQuery } from '#lib/contract/mesh-metrics.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadMeshMetrics } from '#server/mesh/control-plane/load-mesh-metrics.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(meshMetricsQuery, loadMeshMetrics);
