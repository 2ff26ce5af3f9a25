import { z } from 'zod';
import { objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import { dataFolder, readPacked } from '#server/sources/recording/data-folder.ts';

const packedSchema = z.record(
  z.string(),
  z.record(z.string(), z.looseObject({ items: z.array(z.unknown()) })),
);

/** The recorded objects as the API server gave them, by the path of their list. */
export async function recordedObjects(): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const packed = packedSchema.parse(await readPacked(dataFolder(), 'objects'));
  return new Map(
    objectKindNames.map((kind) => {
      const { group, versions, plural } = objectKinds[kind];
      const root = group === '' ? '/api/v1' : `/apis/${group}/${versions[0]}`;
      const inRoot = kind === 'ConfigMap' ? '/namespaces/istio-system' : '';
      return [`${root}${inRoot}/${plural}`, packed[group]?.[plural]?.items ?? []] as const;
    }),
  );
}
