import { responseFlags } from '#lib/response-flags.ts';
import { words } from '../words.ts';

/** Each flag with what it says and where to look next. */
export function FlagList({ flags }: { flags: readonly string[] }) {
  return (
    <dl className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-2 gap-y-1.5">
      {flags.map((flag) => (
        <div key={flag} className="contents">
          <dt className="mono font-semibold">{flag}</dt>
          <dd>
            {responseFlags[flag]?.meaning ?? words.unknownFlag}
            {responseFlags[flag] !== undefined && (
              <span className="block text-ink-muted">{responseFlags[flag].next}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
