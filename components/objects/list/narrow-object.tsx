import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { ClusterHere } from '#components/ui/scope/in-cluster.tsx';
import type { ObjectItem } from '#lib/contract/objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { words } from '../words.ts';
import { StateCell } from './state-cell.tsx';

/** A row on a phone: the name with what it is, and its state. */
export function NarrowObject({ item }: { item: ObjectItem }) {
  const { kind, namespace } = item.object;
  const Icon = objectIcon(kind);
  return (
    <span className="flex items-center gap-2">
      <span className="flex min-w-0 flex-1 flex-col leading-[18px]">
        <ObjectLink object={item.object} className="truncate font-medium hover:underline" />
        <span className="flex min-w-0 items-center gap-1 text-xs text-ink-muted">
          <Icon size={12} strokeWidth={1.5} aria-hidden className="shrink-0" />
          <span className="truncate">
            <ClusterHere />
            {kindTitle(kind)} · {namespace === '' ? words.wholeCluster : namespace}
          </span>
        </span>
      </span>
      <span className="shrink-0 text-xs">
        <StateCell item={item} />
      </span>
    </span>
  );
}
