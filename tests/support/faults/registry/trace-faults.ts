import { faultAt, type MeshFault } from '../mesh-fault.ts';

const source = 'traces';
const witness = '/api/traces';
const atJaeger = faultAt({ source, door: 'jaeger', witness });
const page = '<!doctype html><title>Sign in</title>';
const isServiceProxy = (address: string) => /\/services\/[^/]+\/proxy\//.test(address);

export const traceFaults: readonly MeshFault[] = [
  atJaeger('500', { kind: 'answer', status: 500, type: 'text/plain', body: 'oh no' }),
  atJaeger('a page instead', { kind: 'answer', status: 200, type: 'text/html', body: page }),
  atJaeger('never an answer', { kind: 'drop' }),
  faultAt({ source, door: 'api', matches: isServiceProxy, witness })(
    "503 of the API server's service proxy",
    { kind: 'status', status: 503 },
  ),
];
