import { hostAndPort } from './host-and-port.ts';
import { showsLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';

/**
 * Services and ServiceEntries whose own address an outbound listener has (`10.96.1.22_27017`), or a connection that was
 * passed through to where it was going.
 */
export const addressLinks: Linker =
  ({ index, section }) =>
  ({ address }) => {
    const place = hostAndPort(address);
    if (place === undefined) return [];
    const what = section === 'listeners' ? 'The listener' : 'The endpoint';
    const because = `${what} has its address ${place.host}.`;
    return [
      ...index.servicesAt(place.host).map(({ metadata, spec }) => {
        const at = spec.ports.findIndex(({ port }) => port === place.port);
        const part = at === -1 ? undefined : `ports[${at}]`;
        return showsLink(referenceTo('Service', metadata), { confidence: 'name', part, because });
      }),
      ...index
        .entriesAt(place.host)
        .map(({ metadata }) =>
          showsLink(referenceTo('ServiceEntry', metadata), { confidence: 'name', because }),
        ),
    ];
  };
