import type { SnapshotLine } from '#lib/snapshot/parts.ts';
import { editedSnapshot } from '../edited-snapshot.ts';
import { plantDumps } from './plant-dumps.ts';
import { plantObjects } from './plant-objects.ts';
import { plantTraffic } from './plant-traffic.ts';

const hourMs = 3_600_000;

/** A snapshot as it would have been an hour ago, with known differences; its clocks go an hour slow. */
export function plantedBefore(bytes: Uint8Array): Uint8Array {
  return editedSnapshot(bytes, {
    manifest: ({ nowMs, fromMs, grid, ...manifest }) => ({
      ...manifest,
      nowMs: nowMs - hourMs,
      fromMs: fromMs - hourMs,
      grid: {
        ...grid,
        startSeconds: grid.startSeconds - hourMs / 1000,
        endSeconds: grid.endSeconds - hourMs / 1000,
      },
    }),
    line: plantLine,
  });
}

function plantLine(line: SnapshotLine): readonly SnapshotLine[] {
  if (line.part === 'objects') return [plantObjects(line)];
  if (line.part === 'series') return [plantTraffic(line)];
  return line.part === 'proxy' ? plantDumps(line) : [line];
}
