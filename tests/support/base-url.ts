/** The address of the server under test, set by `npm run e2e`. */
export function baseUrl(): string {
  const url = process.env.VIGLA_E2E_URL;
  if (url === undefined)
    throw new Error('VIGLA_E2E_URL is not set: run the browser tests with `npm run e2e`');
  return url;
}

/** The server where people sign in at an OpenID provider, and where that provider is to be; set by `npm run e2e`. */
export function signInAddresses(): { url: string; issuer: string } {
  const { VIGLA_E2E_SIGN_IN_URL: url, VIGLA_E2E_ISSUER: issuer } = process.env;
  if (url === undefined || issuer === undefined)
    throw new Error('VIGLA_E2E_SIGN_IN_URL is not set: run the browser tests with `npm run e2e`');
  return { url, issuer };
}

/** The address of the server on the recording of an ambient mesh, set by `npm run e2e`. */
export function ambientUrl(): string {
  const url = process.env.VIGLA_E2E_AMBIENT_URL;
  if (url === undefined)
    throw new Error('VIGLA_E2E_AMBIENT_URL is not set: run the browser tests with `npm run e2e`');
  return url;
}

/** The address of the server on two snapshots, set by `npm run e2e`. */
export function compareServerUrl(): string {
  const url = process.env.VIGLA_E2E_COMPARE_URL;
  if (url === undefined)
    throw new Error('VIGLA_E2E_COMPARE_URL is not set: run the browser tests with `npm run e2e`');
  return url;
}

/** The server below a path, where the proxy in front of it and its OpenID provider are to be; set by `npm run e2e`. */
export function subPathAddresses(): { url: string; server: string; issuer: string } {
  const {
    VIGLA_E2E_SUB_PATH_URL: url,
    VIGLA_E2E_SUB_PATH_SERVER: server,
    VIGLA_E2E_SUB_PATH_ISSUER: issuer,
  } = process.env;
  if (url === undefined || server === undefined || issuer === undefined)
    throw new Error('VIGLA_E2E_SUB_PATH_URL is not set: run the browser tests with `npm run e2e`');
  return { url, server, issuer };
}
