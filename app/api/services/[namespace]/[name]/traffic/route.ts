import { trafficQuery } from '#lib/contract/traffic.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { loadTraffic } from '#server/mesh/traffic/load-traffic.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(trafficQuery, loadTraffic('service'));
