import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { movedTime } from './moved-time.ts';

export type Connection = {
  replica: string;
  connectedAt: string | undefined;
  /** Without its port: the proxy's own address, as istiod sees it. */
  address: string | undefined;
};

/**
 * istiod's `/debug/connections` of all replicas, by `<pod>.<namespace>`; of several connections of a proxy the newest.
 * `shiftMs` is added to every time.
 */
export function connectionsOf(
  answers: readonly { replica: string; value: unknown }[],
  shiftMs: number,
): ReadonlyMap<string, Connection> {
  const byProxy = new Map<string, Connection>();
  for (const { replica, value } of answers) {
    for (const client of objectsAt(value, 'clients')) {
      // `<pod>.<namespace>-<counter>`
      const proxy = (textAt(client, 'connectionId') ?? '').replace(/-\d+$/, '');
      const connection = {
        replica,
        connectedAt: movedTime(textAt(client, 'connectedAt'), shiftMs),
        address: textAt(client, 'address')
          ?.replace(/:\d+$/, '')
          .replace(/^\[(.*)\]$/, '$1'),
      };
      const before = byProxy.get(proxy);
      if (before === undefined || (connection.connectedAt ?? '') > (before.connectedAt ?? ''))
        byProxy.set(proxy, connection);
    }
  }
  return byProxy;
}
