import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';

const connectionsShape = z.looseObject({
  clients: z.array(z.looseObject({ connectionId: z.string() })).nullish(),
});

/**
 * Whether istiod may take another pod's proxy for the one that is asked for: it answers for the first connection whose id
 * has the asked text anywhere in it, so `db-0.shop` is in `db-0.shop2-17` and in `mydb-0.shop-4`.
 * Source: `pilot/pkg/xds/debug.go` (`getProxyConnection`).
 */
export function hasNamesake(pods: readonly ObjectOf<'Pod'>[], proxyId: string): boolean {
  return pods.some(({ metadata }) => {
    const other = `${metadata.name}.${metadata.namespace}`;
    return proxyId !== '' && other !== proxyId && other.includes(proxyId);
  });
}

/** The id of the proxy's own connection, `<pod>.<namespace>-<count>`, in istiod's list of them. */
export function connectionOf(connections: Uint8Array, proxyId: string): string | undefined {
  const ids = readConnections(connections);
  return ids.find((id) => id.startsWith(`${proxyId}-`) && /^\d+$/.test(id.slice(proxyId.length + 1)));
}

function readConnections(bytes: Uint8Array): string[] {
  try {
    const { data } = connectionsShape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return (data?.clients ?? []).map(({ connectionId }) => connectionId);
  } catch {
    return [];
  }
}
