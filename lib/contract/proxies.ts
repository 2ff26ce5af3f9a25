import { z } from 'zod';
import { explanationSchema } from './evidence.ts';
import {
  clusterParameter,
  namePart,
  namespacePart,
  namespacesParameter,
  wordsParameter,
} from './parameters.ts';

export const proxyTypes = ['sidecar', 'gateway', 'waypoint', 'ztunnel', 'agentgateway', 'unknown'] as const;

/** The types of configuration that a proxy subscribes to. */
export const discoveryTypes = [
  'CDS',
  'LDS',
  'EDS',
  'RDS',
  'SDS',
  'NDS',
  'PCDS',
  'ECDS',
  'WDS',
  'WADS',
] as const;
export type DiscoveryType = (typeof discoveryTypes)[number];

/** istiod's own rule: `ERROR` was refused, `STALE` is not confirmed, `NOT SENT` was asked for in vain, `IGNORED` never asked for. */
export const syncStates = ['SYNCED', 'STALE', 'ERROR', 'NOT SENT', 'IGNORED'] as const;

export const syncSchema = z.strictObject({
  type: z.enum(discoveryTypes),
  state: z.enum(syncStates),
  sent: z.string().optional(),
  acked: z.string().optional(),
  sentAt: z.iso.datetime({ offset: true }).optional(),
  lastError: z.string().optional(),
});
export type Sync = z.infer<typeof syncSchema>;

/** Every way in which a proxy can differ from what it should be. */
export const driftClasses = [
  'neverConnected',
  'connectedToNone',
  'versionSkew',
  'stale',
  'rejected',
  'errorState',
  'warmingStuck',
  'contentDiffers',
  'endpointMissing',
  'certificateOld',
  'unknownToIstiod',
  'podGone',
] as const;
export type DriftClass = (typeof driftClasses)[number];

/** One finding of drift, with its proof. `items` are the resources concerned, by name. */
export const driftSchema = z.strictObject({
  class: z.enum(driftClasses),
  severity: z.enum(['failing', 'degraded', 'info']),
  why: explanationSchema,
  items: z.array(z.strictObject({ section: z.string(), name: z.string() })),
});
export type Drift = z.infer<typeof driftSchema>;

/** A class that could not be judged, and what is missing for it. */
const undecidedSchema = z.strictObject({ class: z.enum(driftClasses), because: z.string() });
export type UndecidedDrift = z.infer<typeof undecidedSchema>;

export const certificateLifeSchema = z.strictObject({
  notBefore: z.iso.datetime({ offset: true }),
  notAfter: z.iso.datetime({ offset: true }),
  /** Share of its life that is over, 0 to 1; above 1 it has expired. */
  lifeShare: z.number(),
});

/** One proxy as its page's head and the fleet's table show it. */
export const proxyItemSchema = z.strictObject({
  cluster: z.string(),
  namespace: z.string(),
  pod: z.string(),
  type: z.enum(proxyTypes),
  workload: z.strictObject({ kind: z.string(), name: z.string() }).optional(),
  /** Istio's version of the proxy, as istiod or its node says it. */
  version: z.string().optional(),
  revision: z.string().optional(),
  /** The replica of istiod that it is connected to. */
  istiod: z.string().optional(),
  connectedAt: z.iso.datetime({ offset: true }).optional(),
  syncs: z.array(syncSchema),
  lastError: z.string().optional(),
  /** When the proxy itself was asked last; what follows is absent where it was not, or did not answer. */
  askedAt: z.iso.datetime({ offset: true }).optional(),
  certificate: certificateLifeSchema.optional(),
  configBytes: z.int().optional(),
  counts: z.record(z.string(), z.int()).optional(),
  /** Why the proxy itself gave no answer. */
  unanswered: z.string().optional(),
  drift: z.array(driftSchema),
  /** Classes that something stood in the way of judging. */
  undecided: z.array(undecidedSchema),
});
export type ProxyItem = z.infer<typeof proxyItemSchema>;

export const proxiesQuery = z.strictObject({
  namespaces: namespacesParameter,
  /**
   * `proxies` asks each proxy itself, too: certificate, size, counts and the drift that only they show. Without it there is
   * what they said within the last minutes.
   */
  include: wordsParameter(['proxies']),
});
export type ProxiesQuery = z.output<typeof proxiesQuery>;

export const proxiesSchema = z.strictObject({
  items: z.array(proxyItemSchema),
  /** How many of the proxies were asked themselves, and how many answered. */
  asked: z.strictObject({ proxies: z.int(), answered: z.int() }),
});
export type Proxies = z.infer<typeof proxiesSchema>;

/** The fields that every route of one proxy is asked with. */
export const proxyFields = { namespace: namespacePart, pod: namePart, cluster: clusterParameter };

export const proxyQuery = z.strictObject(proxyFields);
export type ProxyQuery = z.output<typeof proxyQuery>;
