type SubsetKey = { direction: string; port: string; subset: string; host: string };

/** The parts of a cluster's name as Istio makes it, `<direction>|<port>|<subset>|<host>`; undefined for other names. */
export function subsetKeyOf(name: string): SubsetKey | undefined {
  const [direction, port, subset, ...host] = name.split('|');
  if (direction === undefined || port === undefined || subset === undefined || host.length === 0)
    return undefined;
  return { direction, port, subset, host: host.join('|') };
}
