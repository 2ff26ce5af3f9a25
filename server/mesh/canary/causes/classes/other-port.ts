import { isOfRoutedService } from '../../routed-service.ts';
import type { CauseRule } from '../cause-rule.ts';

/** Telemetry does not tell ports apart, so requests to a port that the rule does not hold for count as well. */
export const otherPort: CauseRule = {
  title: 'Requests to another port',
  judge({ split }, off) {
    const ports = split.problems.filter(({ id }) => id === 'other-port');
    if (ports.length === 0) return { ruledOut: 'holds for every port' };
    const isRoutedHost = split.versions.some((version) => isOfRoutedService(version, split));
    if (split.isMesh && !isRoutedHost) return { ruledOut: 'other ports do not lead to these versions' };
    return {
      confidence: 'possible',
      text: 'Requests to another port of the same host do not meet the rule, and telemetry does not tell ports apart.',
      sources: off,
      facts: ports.map(({ text }) => ({ label: 'Ports', text })),
      fix: 'Let the rule hold for every port that these callers use.',
    };
  },
};
