import { classNames } from './class-names.ts';

/** Cuts a long name in its middle, because names of pods and hosts differ at their ends; whole on hover. */
export function MiddleTruncate({ text, className }: { text: string; className?: string }) {
  const tailLength = Math.min(8, Math.floor(text.length / 2));
  const head = text.slice(0, text.length - tailLength);
  return (
    <span title={text} className={classNames('inline-flex min-w-0 max-w-full', className)}>
      <span className="truncate">{head}</span>
      <span className="shrink-0 whitespace-pre">{text.slice(text.length - tailLength)}</span>
    </span>
  );
}
