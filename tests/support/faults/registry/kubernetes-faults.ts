import { faultAt, type MeshFault, refusedAt } from '../mesh-fault.ts';

const isWatch = (address: string) => address.includes('watch=true');
const isObjects = (address: string) => !/\/(portforward|proxy\/|log\?)/.test(address);
const isCustom = (address: string) => /^\/apis\/[^/]+\.istio\.io\//.test(address);

const source = 'kubernetes';
const door = 'api';
const atObjects = faultAt({ source, door, matches: isObjects, witness: 'status' });
const atWatches = faultAt({ source, door, matches: isWatch });
const atKind = (plural: string) =>
  faultAt({
    source,
    door,
    matches: (address) => new RegExp(`/v1/${plural}\\?`).test(address),
    witness: 'status',
  });

export const kubernetesFaults: readonly MeshFault[] = [
  atWatches('410 Gone to every watch', { kind: 'status', status: 410 }, 'nothing'),
  atWatches('lists are 2 s late', { kind: 'delay', ms: 2_000 }, 'nothing'),
  faultAt({ source, door, matches: isWatch, witness: 'status' })('every watch is cut', { kind: 'cut' }),
  atKind('pods')('403 to Pods', { kind: 'status', status: 403 }),
  atKind('services')('403 to Services', { kind: 'status', status: 403 }),
  atKind('virtualservices')('403 to VirtualServices', { kind: 'status', status: 403 }),
  atObjects('429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }),
  atObjects('500', { kind: 'status', status: 500 }),
  atObjects('malformed JSON', { kind: 'garbage' }),
  atObjects('half a list', { kind: 'half', ending: 'end' }),
  faultAt({ source, door, witness: '/api/traces' })('requests are never answered', { kind: 'drop' }),
  refusedAt({ source, doors: [door], witness: 'status' })('connections are refused'),
  faultAt({ source, door, matches: isCustom, witness: '/api/config' })(
    "Istio's CRDs are gone",
    { kind: 'status', status: 404 },
    'true',
  ),
  {
    name: 'restart, empty for a moment',
    source,
    shows: 'true',
    witness: '/api/config',
    switchOn: (mesh) => mesh.startApi({ isEmpty: true }),
    switchOff: (mesh) => mesh.startApi(),
    isFelt: () => true,
  },
];
