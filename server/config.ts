import { resolve } from 'node:path';
import type { z } from 'zod';
import { environmentOrigin, fileOrigin, gatherSettings } from './config/gather-settings.ts';
import { readSettingsFile } from './config/read-settings-file.ts';
import { requireForSignIn } from './config/require-for-sign-in.ts';
import { requireOneBasePath } from './config/require-one-base-path.ts';
import { settings, settingsSchema } from './config/settings.ts';
import { ViglaError } from './errors.ts';

/** Every setting by the name of its environment variable. */
export type Config = Readonly<z.output<typeof settingsSchema>>;

/**
 * Reads the environment, and the file that `VIGLA_CONFIG` names, once, at start. The environment wins; an empty variable
 * counts as unset.
 * @throws ViglaError `bad_configuration` that names the variable, or the file and its key, and says what it must be
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // The built server works in a folder of its own; who starts it says where the user stands.
  const folder = environment.VIGLA_STARTED_IN || process.cwd();
  const file = environment.VIGLA_CONFIG || undefined;
  const given = gatherSettings(settings, [
    environmentOrigin(environment, folder),
    fileOrigin(file === undefined ? new Map() : readSettingsFile(resolve(folder, file), filePaths)),
  ]);
  const parsed = settingsSchema.safeParse(
    Object.fromEntries([...given].map(([name, { value }]) => [name, value])),
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new ViglaError('bad_configuration', `${given.get(name)?.place ?? name}: ${issue?.message}`);
  }
  const config = parsed.data;
  const placeOf = (name: string) => given.get(name)?.place ?? name;
  requireOneBasePath(config, placeOf);
  requireForSignIn(config, placeOf);
  return Object.freeze(config);
}

const filePaths: ReadonlySet<string> = new Set(
  settings.flatMap(({ path, isSecret }) => (isSecret ? [path, `${path}File`] : [path])),
);

const processWide: { [key: symbol]: Config | undefined } = globalThis;
const key = Symbol.for('vigla.config');

/**
 * The configuration of this process, read once. The framework loads this module once for each bundle, hence the place on
 * the global object.
 * @throws ViglaError `bad_configuration`
 */
export function getConfig(): Config {
  processWide[key] ??= readConfig(process.env);
  return processWide[key];
}
