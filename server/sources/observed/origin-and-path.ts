/** An address, such as that of a redirect, without what may be secret in it. */
export function originAndPath(location: string | string[] | undefined): string {
  const url = URL.parse(String(location), 'relative:/');
  if (url === null) return 'nowhere';
  return url.protocol === 'relative:' ? url.pathname : `${url.origin}${url.pathname}`;
}
