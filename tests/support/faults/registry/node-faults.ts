import { faultAt, type MeshFault } from '../mesh-fault.ts';

const isLog = (address: string) => /\/log\?/.test(address);
const isForward = (address: string) => address.includes('/portforward');
const isInBookinfo = (address: string) =>
  /\/namespaces\/bookinfo\/pods\/[^/]+\/(log|portforward)/.test(address);

const logs = '/api/workloads/{namespace}/{name}/logs';
const atLogs = faultAt({ source: 'kubernetes', door: 'api', matches: isLog, witness: logs });
const atForwards = faultAt({ source: 'proxies', door: 'api', matches: isForward, witness: '/api/proxies' });
const atBookinfo = faultAt({ source: 'kubernetes', door: 'api', matches: isInBookinfo, witness: logs });

/** What goes through the API server to nodes. */
export const nodeFaults: readonly MeshFault[] = [
  atBookinfo('403 to logs and proxies of one namespace', { kind: 'status', status: 403 }),
  atLogs('logs: 500', { kind: 'status', status: 500 }),
  atLogs('logs: reset in the middle', { kind: 'half', ending: 'reset' }),
  atForwards('port-forwards: cut in the middle', { kind: 'half', ending: 'reset' }),
  atForwards('port-forwards: the node is away', { kind: 'status', status: 503 }),
];
