import { objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { secretsOfSocket } from '#server/mesh/proxy/sections/tls/tls-secrets.ts';
import { tlsWords } from '#server/mesh/proxy/sections/tls/tls-words.ts';

/** How a cluster's connections are protected, in words; it may depend on the endpoint (Istio's automatic mutual TLS). */
export function clusterTls(cluster: unknown): string {
  const matches = objectsAt(cluster, 'transport_socket_matches');
  const plain = objectAt(cluster, 'transport_socket') ?? objectAt(cluster, 'tls_context');
  const otherwise = tlsWords(legacySocket(cluster) ?? plain);
  if (matches.length === 0) return otherwise;
  const isAutomatic = matches.some((match) => textAt(match, 'match', 'tlsMode') === 'istio');
  const isTunnel = matches.some((match) => textAt(match, 'match', 'tunnel') === 'http');
  if (isAutomatic && isTunnel) return 'auto (HBONE or mutual TLS where the endpoint can)';
  if (isAutomatic) return 'auto (mutual TLS where the endpoint can)';
  if (isTunnel) return 'auto (HBONE where the endpoint can)';
  const ways = matches.map((match) => tlsWords(objectAt(match, 'transport_socket')));
  return `by endpoint (${[...new Set(ways)].join(', ')})`;
}

/** Server name that is sent, where it is fixed. */
export function clusterServerNames(cluster: unknown): string[] {
  return socketsOf(cluster).flatMap((socket) => textAt(socket, 'typed_config', 'sni') ?? []);
}

export function clusterSecrets(cluster: unknown): string[] {
  return [...new Set(socketsOf(cluster).flatMap(secretsOfSocket))];
}

function socketsOf(cluster: unknown) {
  const matched = objectsAt(cluster, 'transport_socket_matches').map((match) =>
    objectAt(match, 'transport_socket'),
  );
  return [...matched, objectAt(cluster, 'transport_socket'), legacySocket(cluster)].filter(
    (socket) => socket !== undefined,
  );
}

/** Before Envoy 1.14 a cluster had the context itself. */
function legacySocket(cluster: unknown) {
  const context = objectAt(cluster, 'tls_context');
  return context && { name: 'tls', typed_config: { '@type': 'UpstreamTlsContext', ...context } };
}
