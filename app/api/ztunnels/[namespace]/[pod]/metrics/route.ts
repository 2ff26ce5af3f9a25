import { ztunnelQuery } from '#lib/contract/ztunnel.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadZtunnelMetrics } from '#server/mesh/ambient/load-ztunnel.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(ztunnelQuery, loadZtunnelMetrics);
