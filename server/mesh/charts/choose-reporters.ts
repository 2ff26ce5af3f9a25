import type { ChartDirection, ChartReporter, ReporterChoice } from '#lib/contract/charts.ts';

type Asked = { choice: ReporterChoice; direction: ChartDirection; known: readonly ChartReporter[] };
type Chosen = { reporters: ChartReporter[]; note?: string };

/** The side that a target's own proxy reports as comes first; behind a waypoint that is the waypoint. */
const byDirection: Record<ChartDirection, readonly ChartReporter[]> = {
  inbound: ['destination', 'waypoint', 'source'],
  outbound: ['source', 'waypoint', 'destination'],
};

const sides: Record<ChartReporter, string> = {
  destination: 'the called side’s proxies',
  source: 'the callers’ proxies',
  waypoint: 'waypoints',
};

/** Whose word the charts show. Two reporters are two sets of lines, never one sum. */
export function chooseReporters({ choice, direction, known }: Asked): Chosen {
  if (choice === 'both') return { reporters: known.length === 0 ? ['destination', 'source'] : [...known] };
  if (choice !== 'auto') return { reporters: [choice] };
  const order = byDirection[direction];
  const [usual = 'destination'] = order;
  const chosen = order.find((reporter) => known.includes(reporter)) ?? usual;
  if (chosen === usual) return { reporters: [chosen] };
  return {
    reporters: [chosen],
    note: `Counted by ${sides[chosen]}: ${sides[usual]} reported nothing of it.`,
  };
}
