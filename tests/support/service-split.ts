import type { Split, SplitVersion } from '#server/mesh/canary/split.ts';

type MadeVersion = Partial<SplitVersion> & {
  workloads: readonly string[];
  /** It is a Service by itself, not a subset of the split one. */
  isOwnService?: boolean;
};

/** A split of the requests to a Service, `<namespace>/<name>`, over versions by their names. */
export function serviceSplit(
  service: string,
  versions: Readonly<Record<string, MadeVersion>>,
  fields: Partial<Split> = {},
): Split {
  const [namespace = '', name = ''] = service.split('/');
  const object = { kind: 'VirtualService', namespace, name };
  const total = Object.values(versions).reduce((sum, { weight = 1 }) => sum + weight, 0);
  return {
    object,
    root: object,
    route: '0',
    path: 'spec.http[0]',
    protocol: 'http',
    routeName: 'default',
    isMesh: true,
    gatewayWorkloads: [],
    gateways: [],
    callers: '*',
    hosts: [name],
    services: [service],
    matches: [],
    versions: Object.entries(versions).map(([version, { isOwnService = false, weight = 1, ...given }]) => {
      const own = isOwnService ? version : name;
      return {
        name: version,
        host: `${own}.${namespace}.svc.cluster.local`,
        service: { namespace, name: own },
        ...(isOwnService ? {} : { subset: version }),
        weight,
        share: weight / total,
        ...given,
      };
    }),
    pins: [],
    mirrors: [],
    problems: [],
    ...fields,
  };
}
