import { classNames } from '#components/ui/class-names.ts';
import { sourceLooks } from '#components/ui/source-looks.ts';
import type { SourceStatus } from '#lib/contract/status.ts';

/** The state of a source as an icon beside words. */
export function SourceMark({
  state,
  text,
  isLoud = false,
  isCompact = false,
}: {
  state: SourceStatus['state'];
  text: string;
  isLoud?: boolean;
  /** On windows between a phone and a desk the mark stands alone. */
  isCompact?: boolean;
}) {
  const look = sourceLooks[state];
  return (
    <span className={classNames('inline-flex items-center gap-1', isLoud && 'text-ink')}>
      <look.icon size={14} aria-hidden className={look.textClass} />{' '}
      <span className={classNames(isCompact && 'max-lg:sr-only')}>{text}</span>
    </span>
  );
}
