import { type JsonObject, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** The two filters that end a chain: what they are called may be chosen, their type may not. */
export type TerminalFilter = { kind: 'http' | 'tcp'; config: JsonObject };

const kinds = [
  { kind: 'http', type: '.HttpConnectionManager', name: 'envoy.filters.network.http_connection_manager' },
  { kind: 'http', type: '.HttpConnectionManager', name: 'envoy.http_connection_manager' },
  { kind: 'tcp', type: '.TcpProxy', name: 'envoy.filters.network.tcp_proxy' },
  { kind: 'tcp', type: '.TcpProxy', name: 'envoy.tcp_proxy' },
] as const;

/** The first filter of a chain that sends on what comes in: HTTP connection manager or TCP proxy. */
export function terminalFilter(chain: unknown): TerminalFilter | undefined {
  for (const filter of objectsAt(chain, 'filters')) {
    const config = objectAt(filter, 'typed_config') ?? objectAt(filter, 'config') ?? {};
    const type = textAt(config, '@type') ?? '';
    const name = textAt(filter, 'name');
    const found = kinds.find((kind) => type.endsWith(kind.type) || name === kind.name);
    if (found !== undefined) return { kind: found.kind, config };
  }
  return undefined;
}

export function filterNames(holder: unknown, field: string): string[] {
  return objectsAt(holder, field).map((filter) => textAt(filter, 'name') ?? '(no name)');
}
