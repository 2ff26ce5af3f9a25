import { callersQuery, callersSchema } from './callers.ts';
import { compareQuery, comparisonSchema } from './drift.ts';
import { proxiesQuery, proxiesSchema, proxyItemSchema, proxyQuery } from './proxies.ts';
import { proxyLoggingQuery, proxyLoggingSchema } from './proxy-logging.ts';
import { proxySectionRoutes } from './proxy-section-routes.ts';
import { proxyStatsQuery, proxyStatsSchema } from './proxy-stats.ts';
import { rawQuery, rawSchema, rawSearchQuery, rawSearchSchema, rawTreeQuery, rawTreeSchema } from './raw.ts';
import type { RouteEntry } from './route-entry.ts';

/** The routes of one proxy and of the fleet. */
export const proxyRoutes = {
  ...proxySectionRoutes,
  '/api/callers': {
    summary:
      'The proxies that decide where the requests of an edge or to a service go, and what to look for in them',
    query: callersQuery,
    data: callersSchema,
  },
  '/api/proxies': {
    summary:
      'Every proxy: version, connection, sync by type and drift; with include=proxies what each says itself',
    query: proxiesQuery,
    data: proxiesSchema,
  },
  '/api/proxies/{namespace}/{pod}': {
    summary: 'One proxy as its page shows it in the head, the proxy itself asked',
    query: proxyQuery,
    data: proxyItemSchema,
  },
  '/api/proxies/{namespace}/{pod}/drift': {
    summary: 'What istiod would send to a proxy now against what its Envoy has, resource by resource',
    query: proxyQuery,
    data: comparisonSchema,
  },
  '/api/proxies/{namespace}/{pod}/compare': {
    summary: "A proxy's configuration against another pod's",
    query: compareQuery,
    data: comparisonSchema,
  },
  '/api/proxies/{namespace}/{pod}/raw': {
    summary: "One part of a proxy's dump, its own or istiod's, as JSON without secrets",
    query: rawQuery,
    data: rawSchema,
  },
  '/api/proxies/{namespace}/{pod}/raw/tree': {
    summary:
      'The entries of one part of a dump, each with its size: for a tree that opens as far as somebody looks',
    query: rawTreeQuery,
    data: rawTreeSchema,
  },
  '/api/proxies/{namespace}/{pod}/raw/search': {
    summary: "Where a text stands in a dump's names and values",
    query: rawSearchQuery,
    data: rawSearchSchema,
  },
  '/api/proxies/{namespace}/{pod}/stats': {
    summary: 'What a proxy and its agent count, explained, with what deserves attention marked',
    query: proxyStatsQuery,
    data: proxyStatsSchema,
  },
  '/api/proxies/{namespace}/{pod}/logging': {
    summary: "The levels of a proxy's loggers, and whether they may be changed from here",
    query: proxyLoggingQuery,
    data: proxyLoggingSchema,
  },
} as const satisfies Record<string, RouteEntry>;
