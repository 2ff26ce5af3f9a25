type Cookie = { name: string; value: string; path: string; isSecure: boolean; untilMs: number };

/** The value of a Set-Cookie header for a cookie that no script reads and no other site sends along with a form. */
export function setCookie({ name, value, path, isSecure, untilMs }: Cookie): string {
  const attributes = [
    `Path=${path}`,
    `Expires=${new Date(untilMs).toUTCString()}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  return [`${name}=${value}`, ...attributes, ...(isSecure ? ['Secure'] : [])].join('; ');
}

/** One that ends a cookie. */
export function endCookie({ name, path, isSecure }: Omit<Cookie, 'value' | 'untilMs'>): string {
  return setCookie({ name, path, isSecure, value: '', untilMs: 0 });
}

/** The cookies of a request by name; of two with the same name the first, which has the longer path. */
export function readCookies(request: Request): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}
