import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { showsLink } from './link.ts';
import type { ObjectIndex } from './object-index.ts';
import { parseSyntheticGateway } from './synthetic-name.ts';

/** The Gateway that a route configuration of a server is named after, where it does not exist any more. */
export function goneGateway(routeConfig: string | undefined, index: ObjectIndex): ProxyLink | undefined {
  const [, named = '', namespace = ''] = /^https\.\d+\.[^.]+\.(.+)\.([^.]+)$/.exec(routeConfig ?? '') ?? [];
  if (named === '') return undefined;
  const synthetic = parseSyntheticGateway(named);
  const kind = synthetic === undefined ? 'IstioGateway' : 'Gateway';
  const name = synthetic?.gateway ?? named;
  if (index.exists(kind, namespace, name)) return undefined;
  const because = `Its route configuration ${routeConfig} names Gateway and port.`;
  return showsLink({ kind, namespace, name }, { confidence: 'name', because, isMissing: true });
}
