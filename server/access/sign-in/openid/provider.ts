import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  discovery,
  None,
} from 'openid-client';
import type { OpenIdSettings } from './settings.ts';

/** What is known of the provider, asked for when it is first needed; `atMostMs` is how old it may be. */
export type Provider = (atMostMs?: number) => Promise<Configuration>;

/** Addresses and keys of a provider change without a word. */
const lifetimeMs = 3_600_000;
const timeoutSeconds = 10;
/** Between the provider's clock and ours. */
const toleratedSeconds = 30;

/** Discovers the provider by its address. What failed is tried anew by the next who asks. */
export function createProvider(settings: OpenIdSettings, now: () => number): Provider {
  let known: { configuration: Promise<Configuration>; atMs: number } | undefined;
  return (atMostMs = lifetimeMs) => {
    if (known !== undefined && now() - known.atMs < atMostMs) return known.configuration;
    const asked = { configuration: discover(settings), atMs: now() };
    known = asked;
    asked.configuration.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.configuration;
  };
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> {
  return discovery(
    issuer,
    clientId,
    { [clockTolerance]: toleratedSeconds },
    clientSecret === undefined ? None() : withSecret(clientSecret),
    // Whoever writes http:// into the configuration has a provider on the same machine, or wants it so.
    { timeout: timeoutSeconds, execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [] },
  );
}

/** By the one of the two usual ways that the provider takes; it says so only where that is not basic authentication. */
function withSecret(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    authenticate(server, client, body, headers);
  };
}
