import type { Config } from '#server/config.ts';

export type OpenIdSettings = {
  issuer: URL;
  clientId: string;
  clientSecret: string | undefined;
  scopes: string;
  /** More of them, for the way to the provider. */
  parameters: Readonly<Record<string, string>>;
  name: ClaimSetting;
  groups: ClaimSetting;
  /** How long a session lasts at most. */
  lifetimeSeconds: number;
};

/** A claim, and what is put before each name in it. */
export type ClaimSetting = { claim: string; prefix: string };

type OpenIdConfig = Pick<Config, Extract<keyof Config, `OPENID_${string}`> | 'VIGLA_SESSION_TTL'>;

/** The part of a configuration that `requireForSignIn` has looked at. */
export function openIdSettings(config: OpenIdConfig): OpenIdSettings {
  return {
    issuer: new URL(config.OPENID_ISSUER ?? ''),
    clientId: config.OPENID_CLIENT_ID ?? '',
    clientSecret: config.OPENID_CLIENT_SECRET,
    scopes: config.OPENID_SCOPES,
    parameters: config.OPENID_PARAMETERS,
    name: { claim: config.OPENID_USERNAME_CLAIM, prefix: config.OPENID_USERNAME_PREFIX },
    groups: { claim: config.OPENID_GROUPS_CLAIM, prefix: config.OPENID_GROUPS_PREFIX },
    lifetimeSeconds: config.VIGLA_SESSION_TTL / 1000,
  };
}
