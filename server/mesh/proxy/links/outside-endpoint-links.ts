import { parseClusterName } from './cluster-name.ts';
import { hostAndPort } from './host-and-port.ts';
import { isVisible } from './host-links.ts';
import { showsLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';

/** What an endpoint outside Kubernetes comes from: a WorkloadEntry, or a place among a ServiceEntry's endpoints. */
export const outsideEndpointLinks: Linker =
  ({ index, proxy }) =>
  ({ address, clusters = [] }) => {
    const place = hostAndPort(address);
    if (place === undefined) return [];
    const { host } = place;
    const hosts = clusters.flatMap((name) => parseClusterName(name)?.host ?? []);
    return [
      ...index.machinesAt(host).map(({ metadata }) =>
        showsLink(referenceTo('WorkloadEntry', metadata), {
          confidence: 'name',
          because: `The WorkloadEntry has the address ${host}.`,
        }),
      ),
      ...hosts
        .flatMap((name) => index.entriesOfHost(name))
        .filter((entry) => proxy === undefined || isVisible(entry, proxy.namespace))
        .flatMap(({ metadata, spec }) =>
          (spec.endpoints ?? []).flatMap((endpoint, at) =>
            endpoint.address === host
              ? [
                  showsLink(referenceTo('ServiceEntry', metadata), {
                    confidence: 'name',
                    part: `endpoints[${at}]`,
                    because: `This endpoint of the ServiceEntry has the address ${host}.`,
                  }),
                ]
              : [],
          ),
        ),
    ];
  };
