import type { TimelineLine } from './timeline-lines.ts';

/** So many times the decision's decimal logarithm are drawn; what is beyond is beyond doubt. */
const drawnDecisions = 4;

export type EvidenceAxis = {
  /** Decimal logarithms. */
  domain: [low: number, high: number];
  ticks: number[];
  /** Some evidence is beyond the axis and drawn at its end. */
  isCut: boolean;
};

/**
 * The range of the evidence's axis and its marks. 0 is no evidence either way; what lies below speaks for the configured
 * split and has no mark of its own.
 */
export function evidenceAxis(
  lines: readonly Pick<TimelineLine, 'evidenceLog10'>[],
  decisionLog10: number,
): EvidenceAxis {
  const values = lines.flatMap(({ evidenceLog10 }) => evidenceLog10.filter((value) => value !== null));
  const highest = Math.ceil(values.reduce((most, value) => Math.max(most, value), 0));
  const lowest = Math.floor(values.reduce((least, value) => Math.min(least, value), 0));
  const most = decisionLog10 * drawnDecisions;
  const high = Math.min(Math.max(highest, decisionLog10 + 1), most);
  return { domain: [Math.max(lowest, -decisionLog10), high], ticks: [0, high], isCut: highest > most };
}
