import type { MeshFault } from '../mesh-fault.ts';
import { kubernetesFaults } from './kubernetes-faults.ts';
import { nodeFaults } from './node-faults.ts';
import { prometheusFaults } from './prometheus-faults.ts';
import { envoyFaults, istiodFaults } from './proxy-faults.ts';
import { traceFaults } from './trace-faults.ts';

/** Everything that is tried. */
export const meshFaults: readonly MeshFault[] = [
  ...kubernetesFaults,
  ...nodeFaults,
  ...prometheusFaults,
  ...istiodFaults,
  ...envoyFaults,
  ...traceFaults,
];
