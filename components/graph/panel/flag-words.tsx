import { Tooltip } from '#components/ui/tooltip.tsx';
import { responseFlags, splitResponseFlags } from '#lib/response-flags.ts';

/** Envoy's response flags, each with what it says and where to look next. */
export function FlagWords({ flags }: { flags: string }) {
  const words = splitResponseFlags(flags);
  if (words.length === 0) return '-';
  return words.map((flag) => {
    const known = responseFlags[flag];
    if (known === undefined) return <span key={flag}>{flag} </span>;
    const text = (
      <span className="flex flex-col gap-1">
        <span>{known.meaning}</span>
        <span className="text-ink-muted">{known.next}</span>
      </span>
    );
    return (
      <Tooltip key={flag} text={text}>
        <button type="button" className="mr-1 text-ink underline decoration-dotted underline-offset-2">
          {flag}
        </button>
      </Tooltip>
    );
  });
}
