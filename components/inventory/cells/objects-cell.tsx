import { Chip } from '#components/ui/chip.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { objectText } from '#components/ui/object-text.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';

/** One chip for each kind of object: its icon, and how many where there are several. Names on hover. */
export function ObjectsCell({ objects }: { objects: readonly ObjectReference[] }) {
  const kinds = Map.groupBy(objects, ({ kind }) => kind);
  return (
    <span className="flex min-w-0 items-center gap-1">
      {[...kinds].map(([kind, ofKind]) => {
        const Icon = objectIcon(kind);
        return (
          <span key={kind} title={ofKind.map(objectText).join('\n')} className="inline-flex">
            <Chip className="px-1">
              <Icon size={12} aria-hidden />
              <span className="sr-only">{ofKind.map(objectText).join(', ')}</span>
              {ofKind.length > 1 && <span aria-hidden>{ofKind.length}</span>}
            </Chip>
          </span>
        );
      })}
    </span>
  );
}
