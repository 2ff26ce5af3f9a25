import { numberAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** An Envoy address as text: `10.0.0.1:80`, `[fd00::1]:80`, `unix://<path>`, `envoy://<listener>/<endpoint>`; empty for none. */
export function addressText(address: unknown): string {
  const socket = objectAt(address, 'socket_address');
  if (socket !== undefined) {
    const host = textAt(socket, 'address') ?? '';
    const port = numberAt(socket, 'port_value') ?? textAt(socket, 'named_port') ?? 0;
    return `${host.includes(':') ? `[${host}]` : host}:${port}`;
  }
  const internal = objectAt(address, 'envoy_internal_address');
  const pipe = textAt(address, 'pipe', 'path');
  if (internal === undefined) return pipe === undefined ? '' : `unix://${pipe}`;
  const listener = textAt(internal, 'server_listener_name') ?? '';
  return `envoy://${listener}/${textAt(internal, 'endpoint_id') ?? ''}`;
}

/** All addresses of an `endpoint` of EDS, joined as istioctl does. */
export function endpointText(endpoint: unknown): string {
  const additional = objectsAt(endpoint, 'additional_addresses').map((entry) =>
    addressText(objectAt(entry, 'address')),
  );
  return [addressText(objectAt(endpoint, 'address')), ...additional].join(',');
}

/** `region/zone/subzone`, as far as they are known; undefined for none. */
export function localityText(locality: unknown): string | undefined {
  const parts = ['region', 'zone', 'sub_zone'].map((field) => textAt(locality, field) ?? '');
  const text = parts.join('/').replace(/\/+$/, '');
  return text === '' ? undefined : text;
}
