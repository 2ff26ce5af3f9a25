import { formatShare } from '#lib/format-share.ts';

/** A share as a bar with its figure. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className="inline-flex w-28 shrink-0 items-center gap-2">
      <span className="h-1.5 flex-1 rounded-[2px] bg-sunken" aria-hidden>
        <span className="block h-full rounded-[2px] bg-accent" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="figure w-12">{formatShare(share)}</span>
    </span>
  );
}
