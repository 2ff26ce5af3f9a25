import { startDemoServer } from './demo-server.js';
import { freePort } from './free-port.js';

const basePath = '/tools/vigla';

/**
 * The demo below a path, where people sign in. The test itself starts the proxy in front and the OpenID provider, at the
 * addresses that all are told; or what runs already at VIGLA_E2E_SUB_PATH_SERVER, with VIGLA_E2E_SUB_PATH_URL and
 * VIGLA_E2E_SUB_PATH_ISSUER.
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>}
 */
export async function startSubPathServer() {
  // The environment that is there is handed on.
  if (process.env.VIGLA_E2E_SUB_PATH_SERVER !== undefined) return { env: {}, stop: async () => {} };
  const [proxyPort, issuerPort] = await Promise.all([freePort(), freePort()]);
  const url = `http://127.0.0.1:${proxyPort}${basePath}`;
  const issuer = `http://127.0.0.1:${issuerPort}`;
  const server = await startDemoServer({
    name: 'e2e-sub-path-server',
    environment: {
      VIGLA_BASE_PATH: basePath,
      VIGLA_PUBLIC_URL: url,
      VIGLA_AUTH: 'openid',
      OPENID_ISSUER: issuer,
      OPENID_CLIENT_ID: 'vigla',
    },
  });
  const env = {
    VIGLA_E2E_SUB_PATH_URL: url,
    VIGLA_E2E_SUB_PATH_SERVER: new URL(server.url).origin,
    VIGLA_E2E_SUB_PATH_ISSUER: issuer,
  };
  return { env, stop: server.stop };
}
