/** A fresh nonce for one page: 128 random bits in base64. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/**
 * Vigla's Content-Security-Policy. Scripts run only with the page's nonce, nothing comes from another origin, and only
 * `frameAncestors`, in the words of that directive, may show a page in a frame.
 * Style attributes are allowed because positioned popovers and charts set them. Development needs `eval` for its
 * source maps and a socket for reloading.
 */
export function contentSecurityPolicy(options: {
  nonce: string;
  isDevelopment: boolean;
  frameAncestors: string;
}): string {
  const { nonce, isDevelopment, frameAncestors } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}
