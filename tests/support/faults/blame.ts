import type { Warning } from '#lib/contract/envelope.ts';
import type { SourceId } from '#lib/contract/status.ts';

export type FaultySource = Exclude<SourceId, 'grafana'>;

type Blame = {
  /** Sentences that say who failed; what stands behind the Kubernetes API may be named itself. */
  isNamed: RegExp;
  /** Warnings about it are in the name of these. */
  warns: readonly Warning['source'][];
  /** Routes that have nothing to say without it; any other still has all that comes from the rest. */
  isNeeded: RegExp;
};

/** What a fault of each source may do to pages. */
export const blame: Readonly<Record<FaultySource, Blame>> = {
  prometheus: {
    isNamed: /Prometheus/,
    warns: ['prometheus'],
    // A gate must never let through what could not be counted.
    isNeeded: /^\/api\/graph|\/(traffic|metrics|verdict)$/,
  },
  kubernetes: {
    isNamed: /Kubernetes API|could not be read|Vigla may not|traces?\b|istiod|proxy/i,
    warns: ['kubernetes', 'logs', 'traces', 'istiod', 'envoy'],
    // Pages of one thing need the kind that makes it.
    isNeeded:
      /^\/api\/(proxies|canaries\/\{|config\/\{|mesh\/injection\/)|\}\/(logs|log-peers|routing|config)$|\/traces/,
  },
  istiod: {
    isNamed: /istiod/,
    warns: ['istiod'],
    isNeeded: /^\/api\/mesh\/(configuration|registry|problems|ambient)$|\/(drift|raw)/,
  },
  proxies: {
    isNamed: /proxy|Envoy|port-forward|of pod|istiod/i,
    warns: ['envoy', 'istiod'],
    isNeeded: /^\/api\/proxies\/\{namespace\}\/\{pod\}\/|^\/api\/mesh\/(configuration|registry|problems)$/,
  },
  traces: { isNamed: /trace store|store of traces/, warns: ['traces'], isNeeded: /\/traces/ },
};
