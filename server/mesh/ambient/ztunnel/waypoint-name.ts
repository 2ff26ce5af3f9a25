import { type JsonObject, objectAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';

/** Finds the name of the waypoint that an entry leads to, as istioctl tells it: `None`, or `NA` where no service has its address. */
export function waypointNames(services: readonly JsonObject[]): (entry: JsonObject) => string {
  const byVip = new Map(services.flatMap((service) => textsAt(service, 'vips').map((vip) => [vip, service])));
  const byHost = new Map(services.map((service) => [textAt(service, 'hostname'), service]));
  return (entry) => {
    const waypoint = objectAt(entry, 'waypoint');
    if (waypoint === undefined) return 'None';
    // An address as `network/ip`, or since 1.24 a name in its own object.
    const destination = textAt(waypoint, 'destination') ?? '';
    const host = textAt(waypoint, 'destination', 'hostname') ?? textAt(waypoint, 'hostname');
    const found = byVip.get(destination) ?? byHost.get(host ?? destination.split('/').at(-1));
    return found === undefined ? 'NA' : (textAt(found, 'name') ?? 'NA');
  };
}
