import type { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { settingsSchema } from './settings.ts';

type Settings = Readonly<z.output<typeof settingsSchema>>;

/** What each way of signing in cannot do without, with what to do about it. */
const needed: Record<Settings['VIGLA_AUTH'], Partial<Record<keyof Settings, string>>> = {
  anonymous: {},
  token: {},
  openid: {
    OPENID_ISSUER: "give the provider's address",
    OPENID_CLIENT_ID: 'give the name of Vigla at the provider',
    VIGLA_PUBLIC_URL: 'give the address at which people reach Vigla; the provider sends them back there',
  },
  header: {
    HEADER_TRUSTED_PROXIES: 'give the addresses of the proxy that signs people in; nobody else is believed',
  },
};

/**
 * A way of signing in that lacks what it needs ends the start; `placeOf` says where a setting was given.
 * @throws ViglaError `bad_configuration` that names the variable
 */
export function requireForSignIn(settings: Settings, placeOf: (name: string) => string): void {
  const mode = settings.VIGLA_AUTH;
  const refusal = (name: string, words: string) =>
    new ViglaError('bad_configuration', `${placeOf(name)}: ${words}`);
  const given = new Map<string, unknown>(Object.entries(settings));
  for (const [name, remedy] of Object.entries(needed[mode]))
    if (given.get(name) === undefined)
      throw refusal(name, `is not set, but ${mode} cannot do without; ${remedy}`);
  if (mode === 'token' && settings.VIGLA_MODE !== 'cluster')
    throw refusal('VIGLA_AUTH', 'token needs a cluster that checks the tokens; a recording has none');
  if (mode === 'openid' && !settings.OPENID_SCOPES.split(/\s+/).includes('openid'))
    throw refusal('OPENID_SCOPES', 'must have openid in it');
}
