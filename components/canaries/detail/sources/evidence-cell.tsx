import { notKnown } from '#lib/format-number.ts';
import { evidenceFigure } from '../evidence-figure.ts';
import { words } from '../words.ts';

/** The odds against the configured split: `0.02 : 1`, or ten to a power where it is beyond doubt. */
export function EvidenceCell({ log10 }: { log10: number | undefined }) {
  if (log10 === undefined) return <span className="text-ink-muted">{notKnown}</span>;
  const said = evidenceFigure(log10);
  if ('figure' in said) return <>{words.toOne(said.figure)}</>;
  return (
    <>
      10<sup className="text-[9px] leading-none">{said.exponent}</sup>
      {words.toOne('')}
    </>
  );
}
