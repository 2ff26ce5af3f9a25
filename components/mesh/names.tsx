import { words } from './words.ts';

const shownNames = 6;

/** The first few names and how many more there are, which a pointer or a reader gets in full. */
export function Names({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <span className="text-ink-muted">{words.none}</span>;
  const more = names.slice(shownNames);
  return (
    <span title={more.length === 0 ? undefined : names.join('\n')}>
      {names.slice(0, shownNames).join(', ')}
      {more.length > 0 && <span className="text-ink-muted"> {words.more(more.length)}</span>}
    </span>
  );
}
