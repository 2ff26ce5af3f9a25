/**
 * The share of traffic that came over mutual TLS, 0 to 1, over all series of an edge; undefined when no receiving
 * proxy said. TCP traffic without bytes is weighed by its connections.
 */
export function mtlsShare(
  security: ReadonlyMap<string, number> | undefined,
  connectionSecurity: ReadonlyMap<string, number> | undefined,
): number | undefined {
  return shareOf(security) ?? shareOf(connectionSecurity);
}

function shareOf(weights: ReadonlyMap<string, number> | undefined): number | undefined {
  if (weights === undefined) return undefined;
  let total = 0;
  for (const [policy, weight] of weights) if (policy !== 'unknown' && policy !== '') total += weight;
  return total > 0 ? (weights.get('mutual_tls') ?? 0) / total : undefined;
}
