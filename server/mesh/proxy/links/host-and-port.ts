/** `10.244.1.9:8080` or `[fd00::9]:8080`, taken apart; undefined for pipes and internal addresses. */
export function hostAndPort(address: string | undefined): { host: string; port: number } | undefined {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|(.+)):(\d+)$/.exec(address ?? '') ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? undefined : { host, port: Number(port) };
}
