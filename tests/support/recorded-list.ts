import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type ObjectKind, objectKinds } from '#lib/objects/kinds.ts';
import { bookinfoFolder } from './kubeapi.ts';

const listSchema = z.looseObject({
  items: z.array(
    z.looseObject({ metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }) }),
  ),
});
export type RecordedObject = z.output<typeof listSchema>['items'][number];

/** The objects of a kind as the recorded cluster answered them; a kind without objects has no file. */
export function recordedList(kind: ObjectKind): RecordedObject[] {
  const { group, plural } = objectKinds[kind];
  const file = join(bookinfoFolder, 'kubernetes', group === '' ? 'core' : group, `${plural}.json`);
  if (existsSync(file)) return listSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).items;
  if (!existsSync(`${file}.gz`)) return [];
  return listSchema.parse(JSON.parse(gunzipSync(readFileSync(`${file}.gz`)).toString('utf8'))).items;
}
