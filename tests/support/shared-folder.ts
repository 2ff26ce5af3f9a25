import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Recordings, corpus and tools lie beside the project; on a machine without them the tests that need them are skipped. */
export const sharedFolder = join(import.meta.dirname, '..', '..', '..', 'shared');

/** Why tests on the shared folder cannot run; undefined when they can. In CI a missing folder must fail, so they run. */
export const whyNoSharedFolder =
  existsSync(sharedFolder) || process.env.CI === 'true' ? undefined : `${sharedFolder} does not exist`;
