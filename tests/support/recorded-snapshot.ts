import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { dataFolder, readPacked } from '#server/sources/recording/data-folder.ts';
import { parseRecordedObjects } from '#server/sources/recording/recorded-objects.ts';

/** The objects of the recorded mesh, with their times as recorded. */
export async function recordedSnapshot(): Promise<ObjectsSnapshot> {
  return parseRecordedObjects(await readPacked(dataFolder(), 'objects'), 0);
}
