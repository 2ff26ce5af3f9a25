import { hasOwnService } from '../../routed-service.ts';
import type { CauseRule } from '../cause-rule.ts';
import { sourceKey } from '../source-key.ts';

/** Callers that address a version's own Service mix in: telemetry names the backend's host either way. */
export const directCalls: CauseRule = {
  title: 'Direct calls of a version',
  judge({ split, judged }, off) {
    const own = split.versions.filter((version) => hasOwnService(version, split));
    if (own.length === 0) return undefined;
    const unread = off.filter(({ pinned }) => pinned?.isMeasured !== true);
    if (unread.length === 0) return { ruledOut: 'told apart by access logs' };
    const hosts = [...new Set(own.map(({ host }) => host))].join(', ');
    return {
      confidence: 'possible',
      text: `${hosts} can be called directly, past the route, and telemetry does not tell such requests apart.`,
      sources: unread,
      facts: judged.direct.map((source) => ({
        label: 'Direct',
        text: `${sourceKey(source)} does so: the route does not hold for it`,
      })),
      fix: 'Look into the callers’ access logs for requests to these hosts that came by another route.',
    };
  },
};
