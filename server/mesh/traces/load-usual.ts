import type { Warning } from '#lib/contract/envelope.ts';
import type { TraceSpan } from '#lib/contract/traces.ts';
import { messageOf } from '#server/errors.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { MetricQuery, Sample } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { ToldSpan } from './tell-spans.ts';
import { usualDurations } from './usual-durations.ts';
import { usualQuery } from './usual-query.ts';

type Window = { windowSeconds: number; endSeconds: number };
type Read = { rows: readonly Sample[] | string; warnings: Warning[] };

/** Spans with how long requests between the same two sides usually take, from one query for all of them. */
export async function loadUsual(
  told: readonly ToldSpan[],
  { windowSeconds, endSeconds }: Window,
  { sources, signal }: LoadContext,
): Promise<{ spans: TraceSpan[]; warnings: Warning[] }> {
  const { metrics } = sources;
  const calls = told.flatMap(({ call }) => (call === undefined ? [] : [call]));
  const query = usualQuery(calls, windowSeconds);
  const { rows, warnings } = query === undefined ? { rows: [], warnings: [] } : await read(query);
  const toText = (asked: MetricQuery) => metrics.promql?.(asked) ?? toPromQL(asked);
  const usualOf = usualDurations({ rows, windowSeconds, toText });
  return {
    spans: told.map(({ span, call }) =>
      call === undefined ? span : { ...span, usual: usualOf(call, span.durationMs) },
    ),
    warnings,
  };

  async function read(asked: MetricQuery): Promise<Read> {
    try {
      const answer = await metrics.query(asked, endSeconds, signal);
      const told = answer.warnings.map((text) =>
        metricsWarning(
          'metrics_incomplete',
          `The metrics source warned while it was asked for usual durations: ${text}`,
        ),
      );
      return { rows: answer.rows, warnings: told };
    } catch (error) {
      const reason = messageOf(error);
      return {
        rows: reason,
        warnings: [metricsWarning('metrics_missing', `Spans are not compared with what is usual: ${reason}`)],
      };
    }
  }
}

function metricsWarning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
