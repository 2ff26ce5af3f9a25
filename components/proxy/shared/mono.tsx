import { classNames } from '#components/ui/class-names.ts';

/** An identifier, cut where its column ends; whole on hover. */
export function Mono({
  text,
  isMuted = false,
  title = text,
}: {
  text: string;
  isMuted?: boolean;
  title?: string;
}) {
  return (
    <span className={classNames('mono', isMuted && 'text-ink-muted')} title={title}>
      {text}
    </span>
  );
}
