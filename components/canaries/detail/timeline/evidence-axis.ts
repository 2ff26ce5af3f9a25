import type { TimelineLine } from './timeline-lines.ts';

/** So many times the decision's decimal logarithm are drawn; what is beyond is beyond doubt. */
const drawnDecisions = 4;

/**
 * The range of the evidence's axis and its marks, all decimal logarithms. 0 is no evidence either way; what lies below
 * speaks for the configured split and has no mark of its own.
 */
export function evidenceAxis(
  lines: readonly Pick<TimelineLine, 'evidenceLog10'>[],
  decisionLog10: number,
): { domain: [low: number, high: number]; ticks: number[] } {
  const values = lines.flatMap(({ evidenceLog10 }) => evidenceLog10.filter((value) => value !== null));
  const highest = Math.ceil(values.reduce((most, value) => Math.max(most, value), 0));
  const lowest = Math.floor(values.reduce((least, value) => Math.min(least, value), 0));
  const high = Math.min(Math.max(highest, decisionLog10 + 1), decisionLog10 * drawnDecisions);
  const low = Math.max(lowest, -decisionLog10);
  return { domain: [low, high], ticks: [0, high] };
}
