import { ViglaError } from '#server/errors.ts';

type Given = Readonly<Record<string, unknown>>;

const needed: Record<string, Readonly<Record<string, string>>> = {
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
 * A way of signing in that lacks what it cannot do without ends the start.
 * @throws ViglaError `bad_configuration` that names the variable
 */
export function requireForSignIn(config: Given): void {
  const mode = String(config.VIGLA_AUTH);
  for (const [name, remedy] of Object.entries(needed[mode] ?? {}))
    if (config[name] === undefined) throw refusal(name, `is not set, and VIGLA_AUTH=${mode} needs it; ${remedy}`);
  if (mode === 'token' && config.VIGLA_MODE === 'demo')
    throw refusal('VIGLA_AUTH', 'token needs a cluster that checks the tokens; the demo has none');
  const scopes = String(config.OPENID_SCOPES).split(/\s+/);
  if (mode === 'openid' && !scopes.includes('openid')) throw refusal('OPENID_SCOPES', 'must have openid in it');
}

function refusal(name: string, words: string): ViglaError {
  return new ViglaError('bad_configuration', `${name}: ${words}`);
}
