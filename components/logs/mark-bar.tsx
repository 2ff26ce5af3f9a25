/** The colour of a container, beside its name. */
export function MarkBar({ colour }: { colour: number | undefined }) {
  return (
    <span
      aria-hidden
      className="w-[5px] shrink-0 self-stretch"
      style={{ background: colour === undefined ? 'var(--mark-idle)' : `var(--series-${colour})` }}
    />
  );
}
