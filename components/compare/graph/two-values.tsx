import { notKnown } from '#lib/format-number.ts';

type TwoValuesProps = { before: string | undefined; after: string | undefined; isChanged: boolean };

/** A figure as it was and as it is; once where both read alike, muted where the difference may be chance. */
export function TwoValues({ before, after, isChanged }: TwoValuesProps) {
  if (before === undefined && after === undefined) return <span className="text-ink-muted">{notKnown}</span>;
  const text = before === after ? after : `${before ?? notKnown} → ${after ?? notKnown}`;
  return <span className={isChanged ? 'font-medium' : 'text-ink-muted'}>{text}</span>;
}
