import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { findFreePort } from './free-port.ts';

export type Account = { preferred_username?: string; groups?: readonly string[]; [claim: string]: unknown };

export type OpenIdProvider = {
  issuer: string;
  /** By the login that is typed; what is changed here holds from the next question on. */
  accounts: Map<string, Account>;
  /** How often each endpoint was asked, by its path. */
  asked: Map<string, number>;
  /** Takes back all that was ever granted, as an administrator who locks somebody out. */
  revokeAll(): Promise<void>;
  /** Stops answering; `start` comes back at the same address, where it does not answer already. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

const client = { id: 'vigla', secret: 'a secret of the tests' };
/** How long the provider's word counts. */
const tokenSeconds = 60;

/** A certified OpenID provider on loopback, with its own pages for signing in; refresh tokens rotate. A public client has no secret. */
export async function startOpenIdProvider(
  publicUrl: string,
  { issuer: given, isPublic = false }: { issuer?: string; isPublic?: boolean } = {},
): Promise<OpenIdProvider> {
  const issuer = given ?? `http://127.0.0.1:${await findFreePort()}`;
  const port = Number(new URL(issuer).port);
  const accounts = new Map<string, Account>();
  const asked = new Map<string, number>();
  const grants = new Set<string>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        client_id: client.id,
        ...(isPublic ? { token_endpoint_auth_method: 'none' as const } : { client_secret: client.secret }),
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/auth/sign-in?reason=signed-out`],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    findAccount: (_context, id) => {
      const account = accounts.get(id);
      return account === undefined
        ? undefined
        : { accountId: id, claims: async () => ({ ...account, sub: id }) };
    },
    scopes: ['openid', 'profile', 'offline_access'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    cookies: { keys: ['only for tests'] },
    ttl: {
      AccessToken: tokenSeconds,
      IdToken: tokenSeconds,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 3600,
    },
  });
  provider.on('grant.success', ({ oidc }) => {
    const id = oidc.entities.Grant?.jti;
    if (id !== undefined) grants.add(id);
  });
  const answer = provider.callback();
  let server = createServer();

  async function start(): Promise<void> {
    if (server.listening) return;
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', issuer).pathname;
      asked.set(path, (asked.get(path) ?? 0) + 1);
      void answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  }

  await start();
  return {
    issuer,
    accounts,
    asked,
    async revokeAll() {
      for (const id of grants) await (await provider.Grant.find(id))?.destroy();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    start,
  };
}

/** What Vigla is configured with to know that provider. */
export function openIdEnvironment(provider: Pick<OpenIdProvider, 'issuer'>, publicUrl: string) {
  return {
    VIGLA_AUTH: 'openid',
    VIGLA_MODE: 'demo',
    VIGLA_PUBLIC_URL: publicUrl,
    OPENID_ISSUER: provider.issuer,
    OPENID_CLIENT_ID: client.id,
    OPENID_CLIENT_SECRET: client.secret,
    OPENID_SCOPES: 'openid profile offline_access',
    OPENID_PARAMETERS: 'prompt=consent',
  };
}
