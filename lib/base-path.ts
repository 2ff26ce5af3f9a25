/**
 * Before every path of this site, without a slash at its end: empty or `/vigla`. The server is told by whoever starts
 * it (server/base-path/start.js), the browser by the page. The router puts it before its own paths; what leads past the router
 * (requests, downloads, `window.location`, `history`) is for these functions.
 */
export function basePath(): string {
  const told =
    typeof document === 'undefined'
      ? process.env.VIGLA_SERVED_BELOW
      : document.documentElement.dataset.basePath;
  return told ?? '';
}

/** The address of a path of this site: `/vigla/api/graph` for `/api/graph`. */
export function belowBasePath(path: string): string {
  return basePath() + path;
}

/** The path of an address of this site; as it is where it does not stand below the base path. */
export function withoutBasePath(address: string): string {
  const base = basePath();
  if (base === '' || !address.startsWith(base)) return address;
  const rest = address.slice(base.length);
  if (rest === '') return '/';
  return rest.startsWith('/') ? rest : address;
}
