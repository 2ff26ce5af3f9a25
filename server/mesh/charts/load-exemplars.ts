import type { Exemplar } from '#lib/contract/charts.ts';
import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Grid } from './choose-grid.ts';
import type { PlannedMeasure } from './plan-charts.ts';

type Loaded = { exemplars: Exemplar[]; warnings: Warning[] };

const most = 300;
/** As tracers call it in exemplars: OpenTelemetry, Zipkin and Jaeger differ. */
const traceLabels = ['trace_id', 'traceID', 'traceId', 'TraceID'];

/** The newest requests that the store remembers of a histogram; nothing for a store that remembers none. */
export async function loadExemplars(
  planned: PlannedMeasure | undefined,
  grid: Grid,
  { sources, signal }: LoadContext,
): Promise<Loaded> {
  if (planned === undefined) return { exemplars: [], warnings: [] };
  try {
    const stored = await sources.metrics.exemplars?.(planned.whole ?? planned.named, grid, signal);
    const exemplars = (stored ?? [])
      .toSorted((a, b) => b.atMs - a.atMs)
      .slice(0, most)
      .map(({ atMs, value, labels }): Exemplar => {
        const name = traceLabels.find((label) => labels[label] !== undefined);
        const traceId = name === undefined ? undefined : labels[name];
        return { atMs, value, ...(traceId === undefined ? {} : { traceId }) };
      });
    return { exemplars, warnings: [] };
  } catch (error) {
    const message = `Exemplars of the response times could not be read: ${messageOf(error)}`;
    return { exemplars: [], warnings: [{ code: 'exemplars_missing', source: 'prometheus', message }] };
  }
}
