import { sourceWords } from '#components/ui/source-looks.ts';
import type { SourceStatus } from '#lib/contract/status.ts';
import { StatusEntry } from './status-entry.tsx';

/** Every source with its place, how that was found, what is wrong and what would help. */
export function SourceList({ sources }: { sources: readonly SourceStatus[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {sources.map(({ id, ...source }) => (
        <StatusEntry key={id} title={sourceWords[id]} {...source} />
      ))}
    </ul>
  );
}
