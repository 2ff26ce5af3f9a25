import type { TraceSummary } from '#lib/contract/traces.ts';
import { formatQuantity } from '#lib/format-count.ts';

/** Services of a trace, those with errors first. */
export function ServicesCell({ services }: Pick<TraceSummary, 'services'>) {
  const ordered = services.toSorted((one, other) => other.errorSpanCount - one.errorSpanCount);
  const text = ordered
    .map(({ name, spanCount, errorSpanCount }) => {
      const errors = errorSpanCount === 0 ? '' : `, ${formatQuantity(errorSpanCount, 'error')}`;
      return `${name}: ${formatQuantity(spanCount, 'span')}${errors}`;
    })
    .join('\n');
  return (
    <span className="block truncate" title={text}>
      {ordered.map(({ name, errorSpanCount }, index) => (
        <span key={name}>
          {index > 0 && <span className="text-ink-muted">, </span>}
          <span className={errorSpanCount > 0 ? 'text-fail' : ''}>{name}</span>
        </span>
      ))}
    </span>
  );
}
