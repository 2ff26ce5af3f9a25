import { formatShare } from '#lib/format-share.ts';
import { isOfConnections } from '../../of-connections.ts';
import type { JudgedSource } from '../../verdict/judged-source.ts';
import type { CauseRule } from '../cause-rule.ts';
import { sourceKey } from '../source-key.ts';

/** Fewer failures than this take too little from a version to be seen. */
const fewestFailures = 0.01;

/**
 * Envoy retries inside the version that it chose, so retries move nothing, unless it is told to choose anew for each
 * (`refresh_cluster_on_retry`): then a version that fails loses requests to the others. Source: envoy#44823.
 */
export const retries: CauseRule = {
  title: 'Retries',
  judge({ split }, off) {
    if (isOfConnections(split)) return undefined;
    if (split.retryAttempts === 0) return { ruledOut: 'none' };
    const losing = off.flatMap((source) => losses(source).map((loss) => ({ source, ...loss })));
    if (losing.length === 0) return { ruledOut: 'they stay in their version' };
    return {
      confidence: 'possible',
      text: 'A version that is under its share fails in its callers’ proxies, and requests are retried. Retries stay in a version, unless an EnvoyFilter lets Envoy choose anew (refresh_cluster_on_retry).',
      sources: [...new Set(losing.map(({ source }) => source))],
      facts: losing.map(({ source, version, share }) => ({
        label: 'Failed',
        text: `${sourceKey(source)}: ${formatShare(share)} of requests to ${split.versions[version]?.name}, made by its proxy`,
      })),
    };
  },
};

function losses({ versions, proxyMade, counted }: JudgedSource): { version: number; share: number }[] {
  return versions.flatMap(({ difference = 0, isOutside }, version) => {
    const failed = proxyMade[version] ?? 0;
    const share = failed / Math.max(counted[version] ?? 0, failed, 1);
    return isOutside && difference < 0 && share >= fewestFailures ? [{ version, share }] : [];
  });
}
