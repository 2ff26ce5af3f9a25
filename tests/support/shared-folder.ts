import { join } from 'node:path';

/** Recordings, corpus and tools lie beside the project. */
export const sharedFolder = join(import.meta.dirname, '..', '..', '..', 'shared');
