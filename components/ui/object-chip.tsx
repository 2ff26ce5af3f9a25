import type { ObjectReference } from '#lib/contract/evidence.ts';
import { Chip } from './chip.tsx';
import { objectIcon } from './object-looks.ts';

/** A configuration object by the icon of its kind and its name; kind and namespace on hover. */
export function ObjectChip({ reference }: { reference: ObjectReference }) {
  const Icon = objectIcon(reference.kind);
  return (
    <span title={objectText(reference)} className="inline-flex min-w-0">
      <Chip className="min-w-0">
        <Icon size={12} aria-hidden className="shrink-0" />
        <span className="sr-only">{reference.kind}</span>
        <span className="truncate">{reference.name}</span>
      </Chip>
    </span>
  );
}

/** `VirtualService bookinfo/reviews` */
export function objectText({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace}/${name}`;
}
