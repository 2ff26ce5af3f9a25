import type { Port } from '#lib/contract/inventory.ts';

type ServicePort = {
  port: number;
  name?: string | undefined;
  protocol?: string | undefined;
  appProtocol?: string | undefined;
  targetPort?: number | string | undefined;
};
type Protocol = Pick<Port, 'protocol' | 'protocolFrom'>;

const known: ReadonlySet<string> = new Set([
  'http',
  'http2',
  'http_proxy',
  'grpc',
  'https',
  'tls',
  'tcp',
  'mongo',
  'redis',
  'mysql',
  'udp',
  'hbone',
]);
const kubernetesNames: Readonly<Record<string, string>> = {
  'kubernetes.io/h2c': 'http2',
  'kubernetes.io/ws': 'http',
  'kubernetes.io/wss': 'https',
};
/** Servers that speak first: Istio cannot wait for the client's bytes there. */
const serverSpeaksFirst: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/** A Service's port with the protocol that Istio takes it for, and what says so. Source: Istio's protocol selection. */
export function portOf(port: ServicePort): Port {
  return {
    port: port.port,
    ...(port.name === undefined || port.name === '' ? {} : { name: port.name }),
    ...(port.targetPort === undefined ? {} : { targetPort: String(port.targetPort) }),
    ...protocolOf(port),
  };
}

/** `appProtocol` replaces the name even where Istio does not know what it says. */
export function protocolOf({ port, name, protocol = 'TCP', appProtocol }: ServicePort): Protocol {
  if (protocol !== 'TCP') return { protocol: protocol.toLowerCase(), protocolFrom: 'transport' };
  const said = appProtocol ?? name ?? '';
  const parsed = kubernetesNames[said.toLowerCase()] ?? parseName(said);
  if (parsed !== undefined)
    return { protocol: parsed, protocolFrom: appProtocol === undefined ? 'name' : 'appProtocol' };
  if (serverSpeaksFirst.has(port)) return { protocol: 'tcp', protocolFrom: 'wellKnownPort' };
  return { protocol: 'auto', protocolFrom: 'detection' };
}

/** A ServiceEntry says its protocol in a field of its own; the name says nothing. */
export function entryPortOf({ number, name, protocol }: EntryPort): Port {
  const said = protocol?.toLowerCase() ?? '';
  const parsed = said === 'grpc-web' || known.has(said) ? said : undefined;
  return {
    port: number,
    ...(name === '' ? {} : { name }),
    ...(parsed === undefined
      ? { protocol: 'auto', protocolFrom: 'detection' }
      : { protocol: parsed, protocolFrom: 'protocol' }),
  };
}
type EntryPort = { number: number; name: string; protocol?: string | undefined };

/** The text before the first hyphen counts, `grpc-web` as a whole. */
function parseName(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (lower.startsWith('grpc-web')) return 'grpc-web';
  const [first = ''] = lower.split('-');
  return known.has(first) ? first : undefined;
}
