import type { Workload } from '#server/sources/recording/model/workloads.ts';
import type { Place, Places } from '#server/sources/recording/traffic/places.ts';

/** Istio's default text format, taken apart by place: independent of what the product makes of it. */
const format = new RegExp(
  [
    /^\[(?<start>[^\]]+)\] "(?<request>[^"]*)" (?<code>\S+) (?<flags>\S+) (?<details>\S+) \S+ "[^"]*" \d+ \d+/,
    / (?<duration>\S+) \S+ "(?<forwardedFor>[^"]*)" "[^"]*" "(?<requestId>[^"]*)" "(?<authority>[^"]*)" "[^"]*"/,
    / (?<cluster>\S+) \S+ (?<local>\S+) (?<remote>\S+) (?<serverName>\S+) (?<route>\S+)$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

export type ReadLine = Readonly<
  Record<'code' | 'flags' | 'request' | 'cluster' | 'remote' | 'authority', string>
>;

export function readLine(text: string): ReadLine {
  const { groups } = format.exec(text) ?? {};
  if (groups === undefined) throw new Error(`not in Istio's default format: ${text}`);
  const { code = '', flags = '', request = '', cluster = '', remote = '', authority = '' } = groups;
  return { code, flags, request, cluster, remote, authority };
}

/** The `destination_service` of metrics, as far as a line or a span of the caller can tell. */
export function serviceOf(seen: { cluster: string; flags: string; code: string; authority: string }): string {
  const { cluster, flags, code, authority } = seen;
  const [direction, , , host = ''] = cluster.split('|');
  if (direction === 'outbound') return host;
  if (flags === 'NR' || code === '301') return 'unknown';
  return authority.replace(/:\d+$/, '');
}

const gatewayOfHost: Readonly<Record<string, string>> = {
  'bookinfo.example.com': 'istio-ingressgateway',
  'bookinfo.example.net': 'istio-ingressgateway',
  'shop.example.com': 'storefront-istio',
};

/** Who called, as the receiver's line tells: behind a gateway only the visitor's address is left. */
export function callerOf(line: ReadLine, workloadByAddress: ReadonlyMap<string, Workload>): string {
  const [address = ''] = line.remote.split(':');
  const caller = workloadByAddress.get(address);
  if (caller === undefined) return gatewayOfHost[line.authority] ?? 'unknown';
  return caller.proxy === undefined ? 'unknown' : caller.name;
}

export function workloadsByAddress(workloads: Iterable<Workload>, places: Places): Map<string, Workload> {
  const byAddress = new Map<string, Workload>();
  for (const workload of workloads) {
    const own: Place[] = Array.from({ length: 50 }, (_, number) => places.of(workload, number));
    for (const { ip } of own) byAddress.set(ip, workload);
  }
  return byAddress;
}
