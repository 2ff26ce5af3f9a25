import type { Fault } from '#tests/support/fault-kinds.ts';
import { faultAt, type MeshFault, refusedAt } from '../mesh-fault.ts';

const refusing = (doors: readonly ('istiod' | 'otherIstiod')[]) =>
  refusedAt({ source: 'istiod', doors, witness: '/api/mesh' });

export const istiodFaults: readonly MeshFault[] = [
  refusing(['otherIstiod'])('one replica refuses'),
  refusing(['istiod', 'otherIstiod'])('all replicas refuse'),
  atBoth('garbage', { kind: 'garbage' }),
  atBoth('half an answer', { kind: 'half', ending: 'end' }),
  atBoth('never an answer', { kind: 'drop' }),
];

const atEnvoy = faultAt({
  source: 'proxies',
  door: 'envoy',
  witness: '/api/proxies/{namespace}/{pod}/clusters',
});

export const envoyFaults: readonly MeshFault[] = [
  refusedAt({ source: 'proxies', doors: ['envoy'], witness: '/api/proxies/{namespace}/{pod}/clusters' })(
    'one Envoy refuses',
  ),
  atEnvoy('half a dump', { kind: 'half', ending: 'end' }),
  atEnvoy('never an answer', { kind: 'drop' }),
  atEnvoy('answers drip', { kind: 'drip' }),
  atEnvoy('garbage', { kind: 'garbage' }),
];

/** Both replicas. */
function atBoth(name: string, fault: Fault): MeshFault {
  const witness = '/api/mesh';
  const one = faultAt({ source: 'istiod', door: 'istiod', witness })(name, fault);
  const other = faultAt({ source: 'istiod', door: 'otherIstiod' })(name, fault);
  return {
    ...one,
    async switchOn(mesh) {
      await one.switchOn(mesh);
      await other.switchOn(mesh);
    },
    async switchOff(mesh) {
      await one.switchOff(mesh);
      await other.switchOff(mesh);
    },
  };
}
