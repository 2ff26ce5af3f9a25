import { CircleSlash2, FileWarning } from 'lucide-react';
import { objectText } from '#components/ui/object-text.ts';
import type { ObjectItem } from '#lib/contract/objects.ts';
import { ForceBadge } from '../force-badge.tsx';
import { words } from '../words.ts';

/** Whether an object is in force, and whether it names something that does not exist. */
export function StateCell({ item: { force, rejected, missing } }: { item: ObjectItem }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {rejected !== undefined && (
        <span className="inline-flex items-center gap-1.5 text-fail">
          <FileWarning size={14} aria-hidden className="shrink-0" /> {words.rejectedWord}
        </span>
      )}
      {force !== undefined && <ForceBadge force={force} />}
      {force === undefined && rejected === undefined && <span className="text-ink-muted">–</span>}
      {missing.length > 0 && (
        <span
          title={`${words.namesMissing}\n${missing.map(objectText).join('\n')}`}
          className="inline-flex shrink-0 items-center text-warn"
        >
          <CircleSlash2 size={14} aria-hidden />
          <span className="sr-only">{words.namesMissing}</span>
        </span>
      )}
    </span>
  );
}
