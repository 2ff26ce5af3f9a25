/** Longer ones than any page of Vigla has would only fill cookies. */
const longest = 2000;

/**
 * The path, query and fragment of an address within this site; `/` for anything that a browser could take for another
 * origin, for the sign-in pages themselves, and for what is no page.
 */
export function returnPath(given: string | null | undefined): string {
  if (given === null || given === undefined || given.length > longest) return '/';
  // Browsers read a backslash as a slash, and leave out tabs and line ends.
  if (!/^\/(?![/\\])/.test(given) || /[\\\p{Cc}]/u.test(given)) return '/';
  const here = 'http://vigla.invalid';
  const url = URL.canParse(given, here) ? new URL(given, here) : undefined;
  if (url === undefined || url.origin !== here) return '/';
  // `/.//other.example` is `//other.example` once it is resolved.
  if (/^\/\/|^\/(auth|api)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
