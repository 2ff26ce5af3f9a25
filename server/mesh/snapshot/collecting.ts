import type { MissingPart, SnapshotGrid, SnapshotPart } from '#lib/snapshot/manifest.ts';

/** What the making of a snapshot is told, and what it has to say at its end. */
export type Collecting = {
  namespaces: '*' | readonly string[];
  grid: SnapshotGrid;
  fromMs: number;
  toMs: number;
  missing: MissingList;
};

/** A mesh with a fault in every proxy has more reasons than anybody reads. */
const mostReasons = 300;

/** What is not in the snapshot, in the order in which it was tried. */
export class MissingList {
  readonly listed: MissingPart[] = [];
  more = 0;

  add(of: SnapshotPart, reason: string): void {
    this.#list({ of, reason });
  }

  /** What was there, but more than a snapshot keeps. */
  addOverLimit(of: SnapshotPart, reason: string): void {
    this.#list({ of, reason, isOverLimit: true });
  }

  #list(part: MissingPart): void {
    if (this.listed.length < mostReasons) this.listed.push(part);
    else this.more++;
  }
}
