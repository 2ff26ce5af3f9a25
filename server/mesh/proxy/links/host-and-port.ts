/**
 * `10.244.1.9:8080` or `[fd00::9]:8080`, taken apart; of an endpoint behind a tunnel (`envoy://connect_originate/…`) the
 * one at its end. Undefined for pipes and internal addresses.
 */
export function hostAndPort(address: string | undefined): { host: string; port: number } | undefined {
  const end = address?.replace(/^envoy:\/\/[^/]+\//, '') ?? '';
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^/]+)):(\d+)$/.exec(end) ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? undefined : { host, port: Number(port) };
}
