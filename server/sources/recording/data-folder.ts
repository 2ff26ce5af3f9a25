import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { messageOf, ViglaError } from '#server/errors.ts';

const unzip = promisify(gunzip);

/**
 * Where the packed recording of sidecars lies. Not found through `import.meta.url`: in the built server that is a chunk elsewhere.
 */
export function dataFolder(): string {
  return path.join(process.cwd(), 'server', 'sources', 'recording', 'data');
}

/** Reads one packed file, e.g. `objects` or `envoy/shop.checkout-99n5fqdxdr-m2n4z`. */
export async function readPacked(folder: string, name: string): Promise<unknown> {
  const file = path.join(folder, `${name}.json.gz`);
  try {
    return JSON.parse((await unzip(await readFile(file))).toString('utf8'));
  } catch (error) {
    const hint = 'Start Vigla from its own folder, or set VIGLA_RECORDING to the folder of the recording.';
    throw new ViglaError(
      'bad_configuration',
      `The recording cannot be read (${file}: ${messageOf(error)}). ${hint}`,
      {
        cause: error,
      },
    );
  }
}
