import { classNames } from './class-names.ts';

const tailLength = 8;
/** Names up to this length keep their ends in any column. */
const shortLength = 16;

/** Cuts a long name in its middle, because names of pods and hosts differ at their ends; whole on hover. */
export function MiddleTruncate({ text, className }: { text: string; className?: string }) {
  if (text.length <= shortLength) return <span className={classNames('truncate', className)}>{text}</span>;
  return (
    <span title={text} className={classNames('inline-flex min-w-0 max-w-full', className)}>
      {/* Halves in boxes of their own would be read as two words. */}
      <span className="sr-only">{text}</span>
      <span aria-hidden className="truncate">
        {text.slice(0, -tailLength)}
      </span>
      <span aria-hidden className="shrink-0 whitespace-pre">
        {text.slice(-tailLength)}
      </span>
    </span>
  );
}
