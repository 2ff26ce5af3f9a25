import { proxyLoggingBody, proxyLoggingQuery } from '#lib/contract/proxy-logging.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { postEndpoint } from '#server/http/post-endpoint.ts';
import { changeLogging, loadLogging } from '#server/mesh/proxy/logging/load-logging.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(proxyLoggingQuery, loadLogging);
export const POST = postEndpoint({ query: proxyLoggingQuery, body: proxyLoggingBody }, changeLogging);
