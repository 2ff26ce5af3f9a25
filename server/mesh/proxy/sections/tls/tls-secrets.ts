import { at, isObject, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** Names of the SDS secrets of a `common_tls_context`: certificates that it shows, and authorities that it trusts. */
export function secretsOfTls(tls: unknown): { certificates: string[]; authorities: string[] } {
  return {
    certificates: objectsAt(tls, 'tls_certificate_sds_secret_configs').flatMap(
      (config) => textAt(config, 'name') ?? [],
    ),
    authorities: [
      textAt(tls, 'validation_context_sds_secret_config', 'name'),
      textAt(tls, 'combined_validation_context', 'validation_context_sds_secret_config', 'name'),
    ].filter((name) => name !== undefined),
  };
}

/** Every secret that a transport socket uses, also of sockets inside of it. */
export function secretsOfSocket(socket: unknown): string[] {
  const config = at(socket, 'typed_config');
  if (!isObject(config)) return [];
  const { certificates, authorities } = secretsOfTls(at(config, 'common_tls_context'));
  return [
    ...certificates,
    ...authorities,
    ...secretsOfSocket(at(config, 'transport_socket')),
    ...secretsOfSocket({ typed_config: at(config, 'upstream_tls_context') ?? null }),
    ...secretsOfSocket({ typed_config: at(config, 'downstream_tls_context') ?? null }),
  ];
}
