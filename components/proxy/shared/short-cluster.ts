import { shortHost } from './short-host.ts';

type ShortCluster = {
  host: string;
  subset: string | undefined;
  port: string | undefined;
};

/** The parts of a cluster's name by which people know it; Istio builds it as `<direction>|<port>|<subset>|<host>`. */
export function shortCluster(name: string, namespace: string): ShortCluster {
  const [direction, port, subset, host, ...more] = name.split('|');
  if (host === undefined || more.length > 0) return { host: name, subset: undefined, port: undefined };
  // What arrives for this workload: Istio leaves its host out.
  if (host === '') return { host: `${direction} ${port}`, subset: undefined, port: undefined };
  return { host: shortHost(host, namespace), subset: subset === '' ? undefined : subset, port };
}
