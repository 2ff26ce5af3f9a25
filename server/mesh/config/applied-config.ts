import { z } from 'zod';
import { type AppliedObject as AppliedItem, appliedScopes } from '#lib/contract/applied-config.ts';
import type { AppliedObject } from '#server/mesh/applies/applied-object.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { findObject } from '#server/mesh/objects/find-object.ts';
import { sayingsOf } from './sayings-of.ts';

const isoTime = z.iso.datetime({ offset: true });

/** Objects with what they say, those that are nearest to the thing first. Kinds are keys of the registry. */
export function appliedConfig(applied: readonly AppliedObject[], objects: MeshObjects): AppliedItem[] {
  return applied
    .flatMap((one): AppliedItem[] => {
      const found = findObject(objects, one.object);
      if (found === undefined) return [];
      const createdAt = isoTime.safeParse(found.object.metadata.creationTimestamp);
      return [
        {
          ...one,
          object: { ...one.object, kind: found.kind },
          says: sayingsOf(found.kind, found.object).map(({ text }) => text),
          ...(createdAt.success ? { createdAt: createdAt.data } : {}),
        },
      ];
    })
    .sort((one, other) => rank(one) - rank(other));
}

function rank({ scope }: AppliedItem): number {
  return appliedScopes.indexOf(scope);
}
