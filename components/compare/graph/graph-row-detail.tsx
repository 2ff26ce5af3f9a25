import Link from 'next/link';
import { healthLooks } from '#components/ui/health-looks.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { GraphDifference, GraphFigures } from '#lib/contract/compare-graph.ts';
import { notKnown } from '#lib/format-number.ts';
import { ChangeChip } from '../change-chip.tsx';
import { words } from '../words.ts';
import { partId } from './part-id.ts';

/** One difference of the graph in sentences, with the state on both sides. */
export function GraphRowDetail({ difference }: { difference: GraphDifference }) {
  const { title, change, says, before, after } = difference;
  const address = useScopedAddress();
  return (
    <section aria-label={title} className="flex h-full flex-col gap-1.5 overflow-y-auto px-4 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium wrap-anywhere">{title}</span>
        <ChangeChip change={change} />
        <span className="flex items-center gap-1.5 text-ink-muted">
          <State figures={before} /> → <State figures={after} />
        </span>
        {after !== undefined && (
          <Link
            href={address('/graph', { selected: partId(difference) })}
            className="text-accent hover:underline"
          >
            {words.inGraph}
          </Link>
        )}
      </p>
      <ul className="flex flex-col gap-0.5">
        {says.map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ figures }: { figures: GraphFigures | undefined }) {
  if (figures === undefined) return <span>{notKnown}</span>;
  return <StatusBadge status={figures.health} text={healthLooks[figures.health].word} />;
}
