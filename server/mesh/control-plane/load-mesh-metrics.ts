import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { MeshMetrics, MeshMetricsQuery, MetricHistory } from '#lib/contract/mesh-metrics.ts';
import { messageOf } from '#server/errors.ts';
import { chooseGrid, type Grid } from '#server/mesh/charts/choose-grid.ts';
import { loadReplies } from '#server/mesh/istiod/load-replies.ts';
import { textAnswers } from '#server/mesh/istiod/merge-answers.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { distinctWarnings } from './distinct-warnings.ts';
import { type HistoryKind, historyKinds } from './metrics/history-kinds.ts';
import { metricFigures } from './metrics/metric-figures.ts';
import { pointsOnGrid } from './metrics/points-on-grid.ts';

/** istiod's own metrics: as its replicas have them now, and their history where the metric store scrapes istiod. */
export async function loadMeshMetrics(
  { range, at }: MeshMetricsQuery,
  context: LoadContext,
): Promise<Answer<MeshMetrics>> {
  const grid = chooseGrid(windowEnd(at, context.nowSeconds), range);
  const [scraped, histories] = await Promise.all([
    loadReplies({ endpoint: 'metrics' }, 'istiod’s own metrics of this moment', context),
    Promise.all(historyKinds.map((kind) => loadHistory(kind, grid, context))),
  ]);
  const texts = textAnswers(scraped.replies);
  const known = histories.flatMap(({ history }) => history ?? []);
  const { startSeconds, stepSeconds, windowSeconds, count } = grid;
  return {
    data: {
      figures: texts.answers.length === 0 ? [] : metricFigures(texts.answers),
      grid: { startSeconds, stepSeconds, windowSeconds, count },
      histories: known,
      notes: notesOn(histories, context),
    },
    warnings: distinctWarnings([
      ...scraped.warnings,
      ...texts.warnings,
      ...histories.flatMap(({ warnings }) => warnings),
    ]),
  };
}

type Loaded = { title: string; history: MetricHistory | undefined; warnings: Warning[] };

async function loadHistory(kind: HistoryKind, grid: Grid, context: LoadContext): Promise<Loaded> {
  const { sources, signal } = context;
  const { id, title, unit, explanation } = kind;
  const queries = kind.queries(grid.windowSeconds);
  try {
    const answers = await Promise.all(
      queries.map(async ({ query, nameOf }) => {
        const { rows, warnings } = await sources.metrics.queryRange(query, grid, signal);
        return {
          lines: rows.map((series) => ({ name: nameOf(series.labels), points: pointsOnGrid(series, grid) })),
          warnings,
        };
      }),
    );
    const lines = answers
      .flatMap((answer) => answer.lines)
      .filter(({ points }) => points.some((value) => value !== null));
    const promql = queries.flatMap((each) => {
      const text = sources.metrics.promql?.(each.query);
      return text === undefined ? [] : [{ title: each.title, promql: text }];
    });
    return {
      title,
      history: lines.length === 0 ? undefined : { id, title, unit, explanation, lines, queries: promql },
      warnings: answers
        .flatMap((answer) => answer.warnings)
        .map((text) => warning(`While istiod’s history was read: ${text}`)),
    };
  } catch (error) {
    signal.throwIfAborted();
    return {
      title,
      history: undefined,
      warnings: [warning(`istiod’s history could not be read: ${messageOf(error)}`)],
    };
  }
}

function warning(message: string): Warning {
  return { code: 'metrics_missing', source: 'prometheus', message };
}

function notesOn(histories: readonly Loaded[], { sources }: LoadContext): string[] {
  const missing = histories.filter(({ history, warnings }) => history === undefined && warnings.length === 0);
  if (missing.length === 0) return [];
  if (sources.recordedShiftMs !== undefined && missing.length === histories.length)
    return [
      'This mesh is a recording of one moment of istiod, so there is no history: the figures are those of that moment.',
    ];
  if (missing.length === histories.length)
    return [
      'The metric store has no series of istiod: let it scrape port 15014 of its pods, and charts appear here.',
    ];
  return [`The metric store has no series for: ${missing.map(({ title }) => title).join(', ')}.`];
}
