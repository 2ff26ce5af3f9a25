/**
 * A field's name as it is compared: without underscores and capitals. The way back from istiod's `proxy100Continue` to
 * Envoy's `proxy_100_continue` cannot be told from the name alone (there is `http2_protocol_options`, too), nor whether
 * `tlsMode` is a field or a key that somebody chose.
 */
export function fieldKey(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
