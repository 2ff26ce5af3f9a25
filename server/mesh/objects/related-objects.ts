import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { RelatedObject } from '#lib/contract/objects.ts';
import { findObject, kindsNamed } from './find-object.ts';
import type { MeshSnapshot } from './mesh-snapshot.ts';
import { referenceIndexOf } from './references/reference-index.ts';

/** Every object that this one names or that names it, once for each side, with the fields that do. */
export function relatedObjects(object: ObjectReference, snapshot: MeshSnapshot): RelatedObject[] {
  const index = referenceIndexOf(snapshot.objects);
  const named = index.from(object).map(({ to, why, path }) => ({ object: to, text: why, path }));
  const naming = index.to(object).map(({ from, whyBack, path }) => ({ object: from, text: whyBack, path }));
  return [
    ...gathered(named).map((one) => ({
      ...one,
      direction: 'to' as const,
      isMissing: isMissing(one.object, snapshot),
    })),
    ...gathered(naming).map((one) => ({ ...one, direction: 'from' as const, isMissing: false })),
  ];
}

/** A kind that is not read, or not at the moment, may well have the object. */
export function isMissing(object: ObjectReference, { objects, unread }: MeshSnapshot): boolean {
  const kinds = kindsNamed(object.kind);
  if (kinds.length === 0 || unread.some(({ kind }) => kinds.includes(kind))) return false;
  return findObject(objects, object) === undefined;
}

type Named = { object: ObjectReference; text: string; path: string };

function gathered(all: readonly Named[]): Pick<RelatedObject, 'object' | 'reasons'>[] {
  const byObject = Map.groupBy(
    all,
    ({ object: { kind, namespace, name } }) => `${kind}/${namespace}/${name}`,
  );
  return [...byObject.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ object: first.object, reasons: same.map(({ text, path }) => ({ text, path })) }];
  });
}
