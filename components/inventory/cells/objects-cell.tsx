import { Chip } from '#components/ui/chip.tsx';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { objectText } from '#components/ui/object-text.ts';
import { Popover } from '#components/ui/popover.tsx';
import type { ObjectReference } from '#lib/contract/evidence.ts';

/** One chip for each kind of object: it leads to the object, or lists them where there are several. */
export function ObjectsCell({ objects }: { objects: readonly ObjectReference[] }) {
  const kinds = Map.groupBy(objects, ({ kind }) => kind);
  return (
    <span className="flex min-w-0 items-center gap-1">
      {[...kinds].map(([kind, [first, ...others]]) => {
        if (first === undefined) return null;
        return others.length === 0 ? (
          <ObjectLink key={kind} object={first} className="inline-flex hover:text-accent">
            <KindChip objects={[first]} kind={kind} />
          </ObjectLink>
        ) : (
          <ObjectsMenu key={kind} kind={kind} objects={[first, ...others]} />
        );
      })}
    </span>
  );
}

type OfKind = { kind: string; objects: readonly ObjectReference[] };

function KindChip({ kind, objects }: OfKind) {
  const Icon = objectIcon(kind);
  const text = objects.map(objectText);
  return (
    <span title={text.join('\n')} className="inline-flex">
      <Chip className="px-1">
        <Icon size={12} aria-hidden />
        <span className="sr-only">{text.join(', ')}</span>
        {objects.length > 1 && <span aria-hidden>{objects.length}</span>}
      </Chip>
    </span>
  );
}

function ObjectsMenu({ kind, objects }: OfKind) {
  return (
    <Popover
      label={objects.map(objectText).join(', ')}
      className="p-2"
      trigger={
        <button type="button" onClick={(event) => event.stopPropagation()} className="inline-flex">
          <KindChip kind={kind} objects={objects} />
        </button>
      }
    >
      <ul className="flex flex-col gap-1">
        {objects.map((object) => (
          <li key={objectText(object)}>
            <ObjectLink object={object}>{objectText(object)}</ObjectLink>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
