import { startDemoServer } from './demo-server.js';
import { freePort } from './free-port.js';

/**
 * The demo behind an OpenID provider, which the test itself starts at the address that both are told; or what runs already
 * at VIGLA_E2E_SIGN_IN_URL, with its provider at VIGLA_E2E_ISSUER.
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>}
 */
export async function startSignInServer() {
  const { VIGLA_E2E_SIGN_IN_URL: given, VIGLA_E2E_ISSUER: givenIssuer = '' } = process.env;
  if (given !== undefined) return { env: envOf({ url: given, issuer: givenIssuer }), stop: async () => {} };
  const [port, issuerPort] = await Promise.all([freePort(), freePort()]);
  const issuer = `http://127.0.0.1:${issuerPort}`;
  const server = await startDemoServer({
    name: 'e2e-sign-in-server',
    port,
    environment: {
      VIGLA_AUTH: 'openid',
      VIGLA_PUBLIC_URL: `http://127.0.0.1:${port}`,
      OPENID_ISSUER: issuer,
      OPENID_CLIENT_ID: 'vigla',
    },
  });
  return { env: envOf({ url: server.url, issuer }), stop: server.stop };
}

function envOf({ url, issuer }) {
  return { VIGLA_E2E_SIGN_IN_URL: url, VIGLA_E2E_ISSUER: issuer };
}
