import type { Series } from '#server/metrics/query.ts';
import type { GatewayServices } from '../facts/gateway-services.ts';
import { collectFlows } from '../flows/collect-flows.ts';
import type { Flow } from '../flows/flow.ts';
import { indexPairs } from '../flows/pair-index.ts';
import type { EdgeRow } from '../rows/edge-row.ts';
import { parseRows } from '../rows/parse-rows.ts';
import { createQualityTally } from '../rows/quality-tally.ts';
import { addressedKey, partyKey } from '../rows/row-keys.ts';

export const countedMeasures = ['requests', 'bytesSent', 'bytesReceived', 'connectionsOpened'] as const;
export type CountedMeasure = (typeof countedMeasures)[number];

/** A row of the graph with its course: `value` is the increase over the whole range. */
export type SeriesRow = EdgeRow & { points: Series['points'] };

/** A flow as the graph has it, with the rows that it was summed from. */
export type SeriesFlow = { flow: Flow; rows: readonly SeriesRow[] };

type Answers = Readonly<Partial<Record<CountedMeasure, readonly Series[]>>>;
type Options = { gateways: GatewayServices; stepSeconds: number; byOperation: boolean };

/** Reads series as the graph reads its rows, so that both believe the same reporter of each pair of workloads. */
export function seriesFlows(answers: Answers, options: Options): SeriesFlow[] {
  const all = readRows(answers, options);
  const moving = all.filter(({ value }) => value > 0);
  const rows = moving.length === 0 ? all : moving;
  const settle = indexPairs(rows, options.byOperation);
  const rowsByFlow = Map.groupBy(
    rows,
    ({ ends, reporter }) => `${ends.pair}|${settle(ends, reporter).service}`,
  );
  return collectFlows(rows, { byOperation: options.byOperation }).map((flow) => ({
    flow,
    rows: rowsByFlow.get(flowKey(flow)) ?? [],
  }));
}

function readRows(answers: Answers, { gateways, stepSeconds }: Options): SeriesRow[] {
  const read = countedMeasures.flatMap((measure) =>
    (answers[measure] ?? []).map((series) => ({ measure, series })),
  );
  // Rows that cannot be placed are left out, so each carries the number of its series until it is read.
  const numbered = countedMeasures.map((measure) => ({
    measure,
    samples: read.flatMap((one, index) =>
      one.measure === measure ? [{ labels: one.series.labels, value: index }] : [],
    ),
  }));
  return parseRows(numbered, { gateways, quality: createQualityTally() }).flatMap((row) => {
    const points = read[row.value]?.series.points;
    if (points === undefined) return [];
    const value = points.reduce((sum, [, perSecond]) => sum + perSecond * stepSeconds, 0);
    return [{ ...row, value, points }];
  });
}

function flowKey({ source, destination, protocol, addressed }: Flow): string {
  return `${partyKey(source)}|${partyKey(destination)}|${protocol}|${addressedKey(addressed)}`;
}
