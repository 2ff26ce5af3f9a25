import { expect, test } from 'vitest';
import { entryPortOf, portOf } from '#server/mesh/inventory/port-protocol.ts';

type Given = Omit<Parameters<typeof portOf>[0], 'port'> & { port?: number };

test.each<[Given, string, string]>([
  [{ name: 'http' }, 'http', 'name'],
  [{ name: 'http-web' }, 'http', 'name'],
  [{ name: 'HTTP2-api' }, 'http2', 'name'],
  [{ name: 'grpc' }, 'grpc', 'name'],
  [{ name: 'grpc-web' }, 'grpc-web', 'name'],
  [{ name: 'grpc-web-api' }, 'grpc-web', 'name'],
  [{ name: 'https' }, 'https', 'name'],
  [{ name: 'tls-db' }, 'tls', 'name'],
  [{ name: 'tcp-redis' }, 'tcp', 'name'],
  [{ name: 'redis' }, 'redis', 'name'],
  [{ name: 'httpbin' }, 'auto', 'detection'],
  [{ name: 'web-http' }, 'auto', 'detection'],
  [{}, 'auto', 'detection'],
  [{ port: 3306 }, 'tcp', 'wellKnownPort'],
  [{ port: 53, name: 'dns-tcp' }, 'tcp', 'wellKnownPort'],
  [{ port: 3306, name: 'http' }, 'http', 'name'],
  [{ name: 'tcp', appProtocol: 'grpc' }, 'grpc', 'appProtocol'],
  [{ name: 'tcp', appProtocol: 'kubernetes.io/h2c' }, 'http2', 'appProtocol'],
  [{ appProtocol: 'kubernetes.io/ws' }, 'http', 'appProtocol'],
  [{ appProtocol: 'kubernetes.io/wss' }, 'https', 'appProtocol'],
  [{ name: 'http', appProtocol: 'acme.io/own' }, 'auto', 'detection'],
  [{ name: 'http', protocol: 'UDP' }, 'udp', 'transport'],
  [{ protocol: 'SCTP' }, 'sctp', 'transport'],
])('%o is taken for %s by %s', (port, protocol, protocolFrom) => {
  expect(portOf({ port: 8080, ...port })).toMatchObject({ protocol, protocolFrom });
});

test('a port says its name and target only where it has them', () => {
  expect(portOf({ port: 80, targetPort: 'web' })).toEqual({
    port: 80,
    targetPort: 'web',
    protocol: 'auto',
    protocolFrom: 'detection',
  });
});

test('of a ServiceEntry the field counts, not the name', () => {
  expect(entryPortOf({ number: 443, name: 'http', protocol: 'TLS' })).toEqual({
    port: 443,
    name: 'http',
    protocol: 'tls',
    protocolFrom: 'protocol',
  });
  expect(entryPortOf({ number: 443, name: 'http' })).toMatchObject({
    protocol: 'auto',
    protocolFrom: 'detection',
  });
});
