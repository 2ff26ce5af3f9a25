import type { MetricFigure } from '#lib/contract/mesh-metrics.ts';
import { metricFormats } from './metric-formats.ts';
import { words } from './words.ts';

/** One figure, what it means, and what each replica has where there are several. */
export function FigureCard({ figure }: { figure: MetricFigure }) {
  const { title, value, unit, explanation, metric, replicas } = figure;
  const format = metricFormats[unit];
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <dt className="text-ink-muted" title={metric}>
        {title}
      </dt>
      <dd className="flex flex-col gap-0.5">
        <span className="mono text-lg">
          {value === undefined ? <span title={words.notThereText}>{words.notThere}</span> : format(value)}
        </span>
        {replicas.length > 1 &&
          replicas.map((each) => (
            <span key={each.replica} className="truncate text-xs text-ink-muted">
              {each.replica}: <span className="mono">{format(each.value)}</span>
            </span>
          ))}
        <span className="text-xs text-ink-muted">{explanation}</span>
      </dd>
    </div>
  );
}
