import { type Configuration, fetchUserInfo } from 'openid-client';
import { z } from 'zod';
import { type NamedUser, namedUser } from '../named-user.ts';
import type { ClaimSetting, OpenIdSettings } from './settings.ts';

type Claims = Readonly<Record<string, unknown>>;

export type IdentityQuestion = {
  configuration: Configuration;
  accessToken: string;
  /** Those of the ID token, where one came. */
  claims: Claims | undefined;
  /** `sub`, checked against the answers. */
  subject: string;
  settings: Pick<OpenIdSettings, 'name' | 'groups'>;
};

/**
 * Name and groups as the provider has them: of the ID token, else of its endpoint for user information. Undefined where
 * it does not say a name that can be used.
 */
export async function readIdentity(question: IdentityQuestion): Promise<NamedUser | undefined> {
  const { configuration, accessToken, claims = {}, subject, settings } = question;
  const isWhole = [settings.name, settings.groups].every(({ claim }) => claimAt(claims, claim) !== undefined);
  const isAsked = !isWhole && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = isAsked ? await fetchUserInfo(configuration, accessToken, subject) : {};
  return identityOf({ ...more, ...claims }, settings);
}

/** Name and groups in claims; the groups may be one name, or missing. */
export function identityOf(
  claims: Claims,
  { name, groups }: IdentityQuestion['settings'],
): NamedUser | undefined {
  const given = z.string().min(1).safeParse(claimAt(claims, name.claim));
  if (!given.success) return undefined;
  // An address that nobody proved to be theirs may be somebody else's.
  if (name.claim === 'email' && claims.email_verified === false) return undefined;
  const names = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
  const listed = names.safeParse(claimAt(claims, groups.claim)).data ?? [];
  return namedUser({
    name: prefixed(given.data, name),
    groups: listed.map((group) => prefixed(group, groups)),
  });
}

function prefixed(text: string, { prefix }: ClaimSetting): string {
  return prefix + text;
}

/** A claim by its name, which may have dots in it; else dots lead into claims that hold others. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    const holder = z.record(z.string(), z.unknown()).safeParse(value);
    value = holder.success && Object.hasOwn(holder.data, part) ? holder.data[part] : undefined;
  }
  return value;
}
