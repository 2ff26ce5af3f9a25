/**
 * Domains of a virtual host as istioctl shortens them: without ports, without a longer name where its shorter one is there,
 * two of them and how many more. Source: istioctl's writer of `proxy-config route`.
 */
export function routeDomains(domains: readonly string[]): string {
  const [only] = domains;
  if (only !== undefined && domains.length === 1) return only;
  const plain = domains.filter(hasNoPort);
  const names = new Set(plain);
  const shortest = plain.filter(
    (domain) =>
      !suffixes.some((suffix) => domain.endsWith(suffix) && names.has(domain.slice(0, -suffix.length))),
  );
  const shown = shortest.slice(0, 2).join(', ');
  return shortest.length > 2 ? `${shown} + ${shortest.length - 2} more...` : shown;
}

const suffixes = ['.svc.cluster.local', '.svc'];

/** An IPv6 address has colons, too: `[fd00::7fc7]`. */
function hasNoPort(domain: string): boolean {
  const colons = domain.split(':').length - 1;
  return colons === 0 || (colons > 2 && domain.endsWith(']'));
}
