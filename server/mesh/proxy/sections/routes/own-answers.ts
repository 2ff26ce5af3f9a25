import { at, flagAt, numberAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** Envoy leaves out the one that it takes by default. */
const redirectCodes: Record<string, number> = {
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
};

/** `redirects to https://shop.example.com/new (301)`; what stays as in the request is left out. */
export function redirectWords(redirect: unknown): string[] {
  if (redirect === undefined) return [];
  const isHttps = flagAt(redirect, 'https_redirect');
  const scheme = textAt(redirect, 'scheme_redirect') ?? (isHttps ? 'https' : undefined);
  const host = textAt(redirect, 'host_redirect');
  const port = numberAt(redirect, 'port_redirect');
  const prefix = textAt(redirect, 'prefix_rewrite');
  const path = textAt(redirect, 'path_redirect') ?? (prefix === undefined ? '' : `${prefix}…`);
  const code = redirectCodes[textAt(redirect, 'response_code') ?? 'MOVED_PERMANENTLY'] ?? 301;
  const place = host ?? (scheme === undefined && port === undefined ? '' : '(same host)');
  const target = `${scheme === undefined ? '' : `${scheme}://`}${place}${port === undefined ? '' : `:${port}`}${path}`;
  const query = flagAt(redirect, 'strip_query') ? ', without the query' : '';
  return [`redirects to ${target === '' ? '(the same)' : target}${query} (${code})`];
}

/** `answers 418 itself: "short and stout"`. */
export function answerWords(response: unknown): string[] {
  if (response === undefined) return [];
  const body = at(response, 'body', 'inline_string');
  const text = typeof body === 'string' && body !== '' ? `: ${JSON.stringify(shortened(body))}` : '';
  return [`answers ${numberAt(response, 'status') ?? 200} itself${text}`];
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
