import { z } from 'zod';
import { setting } from '#server/config/setting.ts';
import { duration } from '#server/config/values/duration.ts';
import { httpUrl } from '#server/config/values/http-url.ts';
import { queryParameters } from '#server/config/values/query-parameters.ts';
import { text } from '#server/config/values/text.ts';

/** Too short a key could be guessed from a single cookie, at leisure. */
const keyLength = 32;

export const signInSettings = {
  VIGLA_PUBLIC_URL: setting(httpUrl.optional(), {
    path: 'publicUrl',
    about:
      'where people reach Vigla, with `VIGLA_BASE_PATH` where that is set; `openid` needs it, and `https` there makes cookies `Secure`',
    defaultWords: 'as each request says',
  }),
  VIGLA_SESSION_KEY: setting(
    z
      .string()
      .min(keyLength, `must have at least ${keyLength} characters, e.g. of: openssl rand -base64 32`)
      .optional(),
    {
      path: 'auth.session.key',
      about:
        'encrypts the session cookies of `token` and `openid`; the same for every replica. A new key signs everybody out',
      defaultWords: 'a random one until Vigla ends',
      isSecret: true,
    },
  ),
  VIGLA_SESSION_TTL: setting(duration.prefault('8h'), {
    path: 'auth.session.ttl',
    about: 'how long a session lasts at most, from the moment of signing in',
  }),
  OPENID_ISSUER: setting(httpUrl.optional(), {
    path: 'auth.openid.issuer',
    about: "the provider's address, as its tokens name it; everything else about it is discovered there",
    defaultWords: 'none, required by `openid`',
  }),
  OPENID_CLIENT_ID: setting(text.optional(), {
    path: 'auth.openid.clientId',
    about:
      'of Vigla at the provider, with the redirect address `<VIGLA_PUBLIC_URL>/auth/callback` and, to sign out there as well, `<VIGLA_PUBLIC_URL>/auth/sign-in?reason=signed-out`',
    defaultWords: 'none, required by `openid`',
  }),
  OPENID_CLIENT_SECRET: setting(text.optional(), {
    path: 'auth.openid.clientSecret',
    about: 'without it Vigla is a public client; PKCE is used either way',
    isSecret: true,
  }),
  OPENID_SCOPES: setting(text.default('openid profile email'), {
    path: 'auth.openid.scopes',
    about:
      'separated by spaces, `openid` among them; many providers give refresh tokens only for `offline_access`',
  }),
  OPENID_PARAMETERS: setting(queryParameters.prefault(''), {
    path: 'auth.openid.parameters',
    about:
      'more parameters for the way to the provider, e.g. `prompt=consent`, or `access_type=offline&prompt=consent` for refresh tokens of Google',
    defaultWords: 'none',
  }),
  OPENID_USERNAME_CLAIM: setting(text.default('preferred_username'), {
    path: 'auth.openid.usernameClaim',
    about: 'the claim that holds the name by which the cluster knows the user',
  }),
  OPENID_USERNAME_PREFIX: setting(z.string().default(''), {
    path: 'auth.openid.usernamePrefix',
    about: 'put before that name, as `--oidc-username-prefix` of the API server',
    defaultWords: 'none',
  }),
  OPENID_GROUPS_CLAIM: setting(text.default('groups'), {
    path: 'auth.openid.groupsClaim',
    about: 'the claim that holds the names of groups; dots lead into it, as in `realm_access.roles`',
  }),
  OPENID_GROUPS_PREFIX: setting(z.string().default(''), {
    path: 'auth.openid.groupsPrefix',
    about: 'put before each group, as `--oidc-groups-prefix` of the API server',
    defaultWords: 'none',
  }),
};
