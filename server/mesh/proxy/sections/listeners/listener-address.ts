import { numberAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** Addresses as istioctl joins them, a pipe's path where there is one, empty for a listener inside the proxy; the first port. */
export function listenerAddress(listener: unknown): { addresses: string; port: number } {
  const additional = objectsAt(listener, 'additional_addresses').map(addressOf);
  return {
    addresses: [addressOf(listener), ...additional].join(','),
    port: numberAt(listener, 'address', 'socket_address', 'port_value') ?? 0,
  };
}

function addressOf(holder: unknown): string {
  return (
    textAt(holder, 'address', 'socket_address', 'address') ?? textAt(holder, 'address', 'pipe', 'path') ?? ''
  );
}
