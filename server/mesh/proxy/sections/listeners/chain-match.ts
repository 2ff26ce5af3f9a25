import { numberAt, objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';

/** Lists of application protocols that istioctl has names for. Source: istioctl's writer of `proxy-config listener`. */
const protocolNames: Readonly<Record<string, string>> = {
  'http/1.0,http/1.1,h2c,istio-http/1.0,istio-http/1.1,istio-h2': 'HTTP TLS',
  'istio,istio-http/1.0,istio-http/1.1,istio-h2': 'Istio HTTP Plain',
  'istio-peer-exchange,istio': 'TCP TLS',
  'http/1.0,http/1.1,h2c': 'HTTP',
};

/** Which connections a filter chain takes, in istioctl's words: `SNI: a.example; Trans: tls; Addr: *:8080`, `ALL`. */
export function chainMatch(match: unknown): string {
  const names = textsAt(match, 'server_names');
  const transport = textAt(match, 'transport_protocol') ?? '';
  const protocols = textsAt(match, 'application_protocols').join(',');
  const parts = [
    ...(names.length === 0 ? [] : [`SNI: ${names.join(',')}`]),
    ...(transport === '' ? [] : [`Trans: ${transport}`]),
    ...(protocols === '' ? [] : [`App: ${protocolNames[protocols] ?? protocols}`]),
    ...addressWords(match),
  ];
  return parts.length === 0 ? 'ALL' : parts.join('; ');
}

function addressWords(match: unknown): string[] {
  const ranges = rangesOf(match, 'prefix_ranges');
  const port = numberAt(match, 'destination_port');
  if (ranges.length === 0 && port === undefined) return [];
  return [`Addr: ${ranges.length === 0 ? '*' : ranges.join(',')}${port === undefined ? '' : `:${port}`}`];
}

/** What istioctl does not show: who connects from where. */
export function chainSources(match: unknown): string[] {
  const ranges = [
    ...rangesOf(match, 'source_prefix_ranges'),
    ...rangesOf(match, 'direct_source_prefix_ranges'),
  ];
  const type = textAt(match, 'source_type');
  const sourceTypes: Readonly<Record<string, string>> = {
    SAME_IP_OR_LOOPBACK: 'from this pod itself',
    EXTERNAL: 'from outside of this pod',
  };
  return [
    ...ranges.map((range) => `from ${range}`),
    ...(type === undefined || type === 'ANY' ? [] : [sourceTypes[type] ?? type]),
  ];
}

function rangesOf(match: unknown, field: string): string[] {
  return objectsAt(match, field).map(
    (range) => `${textAt(range, 'address_prefix') ?? ''}/${numberAt(range, 'prefix_len') ?? 0}`,
  );
}
