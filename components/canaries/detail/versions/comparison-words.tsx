import { CircleCheck, CircleQuestionMark, Equal, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ComparedVersion, comparisonStatuses } from '#lib/contract/canary-comparison.ts';
import { pointsFigure } from '../share-text.ts';
import { words } from '../words.ts';

type Comparison = {
  status: (typeof comparisonStatuses)[number];
  text: string;
  low?: number;
  high?: number;
};

const looks: Record<Comparison['status'], { icon: LucideIcon; className: string }> = {
  worse: { icon: TriangleAlert, className: 'text-warn' },
  better: { icon: CircleCheck, className: 'text-ok' },
  equal: { icon: Equal, className: 'text-ink' },
  undecided: { icon: CircleQuestionMark, className: 'text-ink-muted' },
};

/** How a version compares with the baseline: errors, failures that proxies made, slow requests, and the whole of its durations. */
export function ComparisonWords({ version }: { version: ComparedVersion }) {
  const { isBaseline, because, errors, proxyErrors, tail, body } = version;
  if (isBaseline) return <span className="text-ink-muted">{words.baseline}</span>;
  const said = [errors, proxyErrors, tail, body].filter((comparison) => comparison !== undefined);
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {said.map((comparison) => (
        <ComparisonLine key={comparison.text} comparison={comparison} />
      ))}
      {because !== undefined && <li className="text-ink-muted">{because}</li>}
    </ul>
  );
}

function ComparisonLine({ comparison: { status, text, low, high } }: { comparison: Comparison }) {
  const { icon: Icon, className } = looks[status];
  return (
    <li className="flex items-start gap-1.5">
      <Icon size={13} aria-hidden className={`mt-1 shrink-0 ${className}`} />
      <span>
        <span className={className}>{text}</span>
        {low !== undefined && high !== undefined && (
          <span className="mono ml-1.5 whitespace-nowrap text-[11.5px] text-ink-muted" title={words.newcombe}>
            [{pointsFigure(low)}, {pointsFigure(high)}]
          </span>
        )}
      </span>
    </li>
  );
}
