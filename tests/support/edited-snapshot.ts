import { gunzipSync, gzipSync } from 'node:zlib';
import { endSchema, manifestSchema, type SnapshotManifest } from '#lib/snapshot/manifest.ts';
import { partSchema, type SnapshotLine } from '#lib/snapshot/parts.ts';

export type SnapshotEdit = {
  manifest?: (manifest: SnapshotManifest) => SnapshotManifest;
  /** The lines that stand in the place of one. */
  line?: (line: SnapshotLine) => readonly SnapshotLine[];
};

/** A snapshot with something else in it: its lines read, changed, and written again. */
export function editedSnapshot(bytes: Uint8Array, { manifest, line }: SnapshotEdit): Uint8Array {
  const [first = '', ...rest] = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  const last = endSchema.parse(JSON.parse(rest.pop() ?? ''));
  const head = manifestSchema.parse(JSON.parse(first));
  const lines = rest
    .map((text) => partSchema.parse(JSON.parse(text)))
    .flatMap((part) => (line === undefined ? [part] : line(part)));
  const all = [manifest?.(head) ?? head, ...lines, { ...last, lineCount: lines.length }];
  return gzipSync(all.map((one) => JSON.stringify(one)).join('\n'), { level: 1 });
}
