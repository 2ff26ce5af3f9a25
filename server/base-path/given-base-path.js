import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The configured base path, empty without one. It is needed before the configuration can be read, so only what makes no
 * sense at all is left out here; the server ends with a sentence where it is wrong.
 * @param {Record<string, string | undefined>} environment
 * @param {string} folder where the server works
 */
export async function givenBasePath(environment, folder) {
  const { VIGLA_BASE_PATH: given, VIGLA_CONFIG: file, VIGLA_STARTED_IN: startedIn } = environment;
  const text = given || (file ? await inFile(resolve(startedIn || folder, file)) : undefined);
  return typeof text === 'string' && text.startsWith('/') ? text : '';
}

async function inFile(path) {
  const { parse } = await import('yaml');
  try {
    return parse(readFileSync(path, 'utf8'))?.basePath;
  } catch {
    // The server reads the file as well, and says what is wrong with it.
    return undefined;
  }
}
