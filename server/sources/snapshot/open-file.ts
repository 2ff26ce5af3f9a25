import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { formatBytes } from '#lib/format-bytes.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { type OpenedFile, readLines } from './read-lines.ts';

/** More than any snapshot that Vigla makes; a small file can be zipped out of any amount of nothing. */
const mostBytes = 2_000_000_000;

/**
 * A snapshot as it stands in a file. All of it is read at once, at start: what is wrong with it is said then.
 * @throws ViglaError `bad_configuration`
 */
export function openFile(path: string): OpenedFile {
  return openBytes(readBytes(path), path);
}

/**
 * The same for bytes; `name` is what a refusal calls them.
 * @throws ViglaError `bad_configuration` in one sentence for what is no snapshot, is cut off, or is of another format
 */
export function openBytes(bytes: Uint8Array, name: string, limitBytes = mostBytes): OpenedFile {
  return readLines(unzip(bytes, name, limitBytes), name);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ViglaError('bad_configuration', `The snapshot ${path} cannot be read: ${messageOf(cause)}.`, {
      cause,
    });
  }
}

function unzip(bytes: Uint8Array, name: string, limitBytes: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: limitBytes });
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new ViglaError(
        'bad_configuration',
        `${name} is larger than any snapshot: it holds more than ${formatBytes(limitBytes)}.`,
        { cause },
      );
    throw new ViglaError(
      'bad_configuration',
      `${name} is no snapshot, or was cut off: it cannot be unzipped (${messageOf(cause)}).`,
      { cause },
    );
  }
}
