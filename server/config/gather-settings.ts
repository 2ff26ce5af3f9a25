import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { GivenValue } from './given-value.ts';
import type { NamedSetting } from './settings.ts';

/** Where settings are given: looked up by a setting's name there, or by the name of its file. */
type Origin = (setting: NamedSetting) => Given;

type Given = { plain: GivenValue | undefined; inFile: GivenValue | undefined };

/**
 * What each setting was set to, by its name: by the environment before the file.
 * @throws ViglaError `bad_configuration` where a secret is given twice, or its file cannot be read
 */
export function gatherSettings(
  settings: readonly NamedSetting[],
  origins: readonly Origin[],
): Map<string, GivenValue> {
  const found = new Map<string, GivenValue>();
  for (const setting of settings) {
    // A secret's file is read where it counts, and only there.
    const winner = origins.map((origin) => origin(setting)).find(({ plain, inFile }) => plain ?? inFile);
    const given = winner && givenBy(winner);
    if (given !== undefined) found.set(setting.name, { ...given, value: wholePaths(given, setting) });
  }
  return found;
}

export function environmentOrigin(environment: Record<string, string | undefined>, folder: string): Origin {
  const read = (name: string): GivenValue | undefined => {
    const value = environment[name];
    return value === undefined || value === '' ? undefined : { value, place: name, folder };
  };
  return ({ name, isSecret }) => ({
    plain: read(name),
    inFile: isSecret ? read(`${name}_FILE`) : undefined,
  });
}

export function fileOrigin(values: ReadonlyMap<string, GivenValue>): Origin {
  return ({ path, isSecret }) => ({
    plain: values.get(path),
    inFile: isSecret ? values.get(`${path}File`) : undefined,
  });
}

function givenBy({ plain, inFile }: Given): GivenValue | undefined {
  if (inFile === undefined) return plain;
  if (plain !== undefined)
    throw new ViglaError('bad_configuration', `${inFile.place}: is given beside ${plain.place}; keep one`);
  return { ...inFile, value: readSecret(inFile) };
}

function readSecret({ value, place, folder }: GivenValue): string {
  if (typeof value !== 'string')
    throw new ViglaError('bad_configuration', `${place}: must be the name of a file`);
  let text: string;
  try {
    text = readFileSync(resolve(folder, value), 'utf8');
  } catch (error) {
    throw new ViglaError('bad_configuration', `${place}: ${messageOf(error)}`, { cause: error });
  }
  // Editors and `kubectl create secret --from-file` leave a line end that is not part of the secret.
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') throw new ViglaError('bad_configuration', `${place}: ${value} is empty`);
  return secret;
}

function wholePaths({ value, folder }: GivenValue, { names }: NamedSetting): unknown {
  if (names === undefined || typeof value !== 'string') return value;
  const files = names === 'files' ? value.split(delimiter) : [value];
  return files.map((file) => (file === '' ? file : resolve(folder, file))).join(delimiter);
}
