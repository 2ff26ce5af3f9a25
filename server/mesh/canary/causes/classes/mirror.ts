import type { CauseRule } from '../cause-rule.ts';
import { fitsShares } from '../fits-shares.ts';

/** Copies that would be counted like requests. Callers' proxies do not count them. Source: istio#23496. */
export const mirror: CauseRule = {
  title: 'Mirrored requests',
  judge({ split }, off) {
    if (split.mirrors.length === 0) return { ruledOut: 'no copies are sent' };
    const copies = split.versions.map((_, version) =>
      split.mirrors
        .filter((one) => one.version === version)
        .reduce((sum, { percent }) => sum + percent / 100, 0),
    );
    const total = 1 + copies.reduce((sum, copy) => sum + copy, 0);
    const shares = split.versions.map(({ share }, version) => (share + (copies[version] ?? 0)) / total);
    const fitting = off.filter((source) => fitsShares(source, shares));
    const words = split.mirrors
      .map(({ version, percent }) => `${percent} % to ${split.versions[version]?.name}`)
      .join(', ');
    if (fitting.length === 0) return { ruledOut: `${words}, which callers do not count` };
    return {
      confidence: 'likely',
      text: 'What was observed is what the weights and the copies make together: copies seem to be counted like requests.',
      sources: fitting,
      facts: [{ label: 'Copies', text: words }],
      fix: 'Look for an EnvoyFilter or a Telemetry that makes proxies report mirrored requests.',
    };
  },
};
