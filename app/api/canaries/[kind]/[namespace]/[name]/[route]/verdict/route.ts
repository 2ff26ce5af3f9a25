import { gateQuery, gateWebhookBody, gateWebhookQuery } from '#lib/contract/canary-gate.ts';
import { endpoint } from '#server/http/endpoint.ts';
import { postEndpoint } from '#server/http/post-endpoint.ts';
import { answerWebhook, loadGate } from '#server/mesh/canary/load-gate.ts';

export const dynamic = 'force-dynamic';
export const GET = endpoint(gateQuery, loadGate);
export const POST = postEndpoint({ query: gateWebhookQuery, body: gateWebhookBody }, answerWebhook);
