import type { Fault } from '#tests/support/fault-kinds.ts';
import type { FaultySource } from './blame.ts';
import type { Door, FaultyMesh } from './faulty-mesh.ts';

/** Something that goes wrong behind a door, for a while. */
export type MeshFault = {
  name: string;
  /** Who fails, as the status of sources calls it. */
  source: FaultySource;
  switchOn(mesh: FaultyMesh): Promise<void> | void;
  switchOff(mesh: FaultyMesh): Promise<void> | void;
  /** Whether a question met the fault. */
  isFelt(mesh: FaultyMesh): boolean;
  /** Answers are kept for some seconds; once this route, or the status of sources, shows the fault, none is any more. */
  witness?: string;
  /**
   * `told`: a page or the status of sources says so. `nothing`: an answer that is late, or comes by another way, is an
   * answer. `true`: the mesh really is like that for a while, and pages show it.
   */
  shows: 'told' | 'nothing' | 'true';
};

type Behind = Pick<MeshFault, 'source' | 'witness'>;

/** What comes through one door goes wrong. */
export function faultAt({
  door,
  matches = () => true,
  ...behind
}: Behind & { door: Door; matches?: (address: string) => boolean }) {
  return (name: string, fault: Fault, shows: MeshFault['shows'] = 'told'): MeshFault => ({
    ...behind,
    name,
    shows,
    switchOn(mesh) {
      // Watches under way would not notice.
      if (door === 'api') mesh.api.setFault({ kind: 'cut' }, matches);
      mesh[door].setFault(fault, matches);
    },
    switchOff: (mesh) => mesh[door].setFault(undefined),
    isFelt: (mesh) => mesh[door].met() > 0,
  });
}

/** Nothing listens behind these doors. */
export function refusedAt({ doors, ...behind }: Behind & { doors: readonly Door[] }) {
  return (name: string): MeshFault => ({
    ...behind,
    name,
    shows: 'told',
    switchOn: async (mesh) => void (await Promise.all(doors.map((door) => mesh[door].refuse()))),
    switchOff: async (mesh) => void (await Promise.all(doors.map((door) => mesh[door].listen()))),
    isFelt: () => true,
  });
}
