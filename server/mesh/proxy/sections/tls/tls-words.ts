import { flagAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { secretsOfTls } from './tls-secrets.ts';

/** The secret that pilot-agent itself serves: the workload's certificate. */
const workloadCertificate = 'default';

/** How a transport socket protects what it carries: `mutual TLS (Istio)`, `mutual TLS`, `TLS`, `HBONE tunnel`, `none`. */
export function tlsWords(socket: unknown): string {
  const config = objectAt(socket, 'typed_config');
  const type = textAt(config, '@type') ?? textAt(socket, 'name') ?? '';
  if (/InternalUpstreamTransport$|internal_upstream/.test(type)) {
    const inner = tlsWords(objectAt(config, 'transport_socket'));
    return inner === 'none' ? 'none (to a listener of this proxy)' : `HBONE tunnel, ${inner}`;
  }
  if (/QuicUpstreamTransport$|QuicDownstreamTransport$/.test(type)) return 'QUIC';
  if (/(UpstreamTlsContext|DownstreamTlsContext)$|\.tls$/.test(type)) return contextWords(config);
  if (type === '' || /RawBuffer$|raw_buffer$/.test(type)) return 'none';
  return textAt(socket, 'name') ?? type;
}

function contextWords(context: unknown): string {
  const tls = objectAt(context, 'common_tls_context');
  const { certificates } = secretsOfTls(tls);
  const isServer = textAt(context, '@type')?.endsWith('DownstreamTlsContext') === true;
  const showsOwn = certificates.length > 0 || objectsAt(tls, 'tls_certificates').length > 0;
  const isMutual = isServer ? flagAt(context, 'require_client_certificate') : showsOwn;
  const words = isMutual ? 'mutual TLS' : 'TLS';
  return certificates.includes(workloadCertificate) ? `${words} (Istio)` : words;
}
