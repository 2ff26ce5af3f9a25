import { gateVerdictSchema, gateWebhookBody, gateWebhookQuery } from './canary-gate.ts';
import { comparisonSchema } from './drift.ts';
import { dumpFilePosts } from './dump-file.ts';
import { injectionTrialBody, injectionTrialQuery, injectionTrialSchema } from './injection.ts';

import type { PostEntry } from './post-entry.ts';
import { proxyQuery } from './proxies.ts';
import { proxyLoggingBody, proxyLoggingQuery, proxyLoggingSchema } from './proxy-logging.ts';

/** Every route that takes a body; some have a GET of the same address among `apiRoutes`. */
export const apiPosts = {
  ...dumpFilePosts,
  '/api/proxies/{namespace}/{pod}/compare': {
    summary: "A proxy's configuration against an earlier dump of it, sent as a file; nothing of it is kept",
    query: proxyQuery,
    body: 'file',
    data: comparisonSchema,
  },
  '/api/mesh/injection/trial': {
    summary: 'Whether the pods of a manifest would get a proxy; nothing is sent to the cluster',
    query: injectionTrialQuery,
    body: injectionTrialBody,
    data: injectionTrialSchema,
  },
  '/api/proxies/{namespace}/{pod}/logging': {
    summary: "Sets the level of one of a proxy's loggers, or of all; only where writes are switched on",
    query: proxyLoggingQuery,
    body: proxyLoggingBody,
    data: proxyLoggingSchema,
  },
  '/api/canaries/{kind}/{namespace}/{name}/{route}/verdict': {
    summary: "The verdict for Flagger's webhooks: 200 where the gate is open, 409 where it is closed",
    query: gateWebhookQuery,
    body: gateWebhookBody,
    data: gateVerdictSchema,
  },
} as const satisfies Record<string, PostEntry>;
