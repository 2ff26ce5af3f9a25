/** The address of the server under test, set by `npm run e2e`. */
export function baseUrl(): string {
  const url = process.env.VIGLA_E2E_URL;
  if (url === undefined)
    throw new Error('VIGLA_E2E_URL is not set: run the browser tests with `npm run e2e`');
  return url;
}

/** The address of the server on the recording of an ambient mesh, set by `npm run e2e`. */
export function ambientUrl(): string {
  const url = process.env.VIGLA_E2E_AMBIENT_URL;
  if (url === undefined)
    throw new Error('VIGLA_E2E_AMBIENT_URL is not set: run the browser tests with `npm run e2e`');
  return url;
}
