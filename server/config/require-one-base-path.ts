import type { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { settingsSchema } from './settings.ts';

type Settings = Pick<z.output<typeof settingsSchema>, 'VIGLA_BASE_PATH' | 'VIGLA_PUBLIC_URL'>;

/**
 * The address at which people reach Vigla has its base path; `placeOf` says where a setting was given.
 * @throws ViglaError `bad_configuration` where the two differ
 */
export function requireOneBasePath(settings: Settings, placeOf: (name: string) => string): void {
  const { VIGLA_BASE_PATH: basePath, VIGLA_PUBLIC_URL: address } = settings;
  if (address === undefined) return;
  const path = new URL(address).pathname.replace(/\/+$/, '');
  if (path === basePath) return;
  const served = basePath === '' ? 'VIGLA_BASE_PATH is not set' : `VIGLA_BASE_PATH is ${basePath}`;
  const reached = path === '' ? 'has no path' : `has the path ${path}`;
  throw new ViglaError(
    'bad_configuration',
    `${placeOf('VIGLA_PUBLIC_URL')}: ${reached}, but ${served}; both must say where Vigla is served`,
  );
}
