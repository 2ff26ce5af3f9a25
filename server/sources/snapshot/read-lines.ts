import type { z } from 'zod';
import {
  anyManifestSchema,
  endSchema,
  manifestSchema,
  type SnapshotEnd,
  type SnapshotManifest,
  snapshotFormat,
} from '#lib/snapshot/manifest.ts';
import { type LineOf, partSchema, type SnapshotLine } from '#lib/snapshot/parts.ts';
import { ViglaError } from '#server/errors.ts';

/** All that a snapshot holds, in the order of the file. */
export type OpenedFile = {
  manifest: SnapshotManifest;
  end: SnapshotEnd;
  of<Part extends SnapshotLine['part']>(part: Part): readonly LineOf<Part>[];
};

const lineFeed = 10;

/**
 * The lines of an unzipped snapshot.
 * @throws ViglaError `bad_configuration` in one sentence
 */
export function readLines(bytes: Buffer, name: string): OpenedFile {
  const [first, ...rest] = jsonLines(bytes, name);
  const manifest = manifestOf(first, name);
  const end = endSchema.safeParse(rest.pop());
  if (!end.success) throw refused(`${name} was cut off: its last line is missing. Make it again.`);
  if (end.data.lineCount !== rest.length)
    throw refused(`${name} was cut off: ${rest.length} of its ${end.data.lineCount} lines are there.`);
  const parts = rest.map((line, index) => {
    const parsed = partSchema.safeParse(line);
    if (parsed.success) return parsed.data;
    throw refused(`${name} is damaged in line ${index + 2}: ${issueOf(parsed.error)}.`);
  });
  const byPart = Map.groupBy(parts, ({ part }) => part);
  return {
    manifest,
    end: end.data,
    of<Part extends SnapshotLine['part']>(part: Part) {
      // Grouped by this very field.
      return (byPart.get(part) ?? []) as LineOf<Part>[];
    },
  };
}

function manifestOf(line: unknown, name: string): SnapshotManifest {
  const any = anyManifestSchema.safeParse(line);
  if (!any.success) throw refused(`${name} is no snapshot of Vigla: it does not begin with a manifest.`);
  if (any.data.format !== snapshotFormat)
    throw refused(
      `${name} is a snapshot of format ${any.data.format}; this Vigla opens format ${snapshotFormat}.`,
    );
  const parsed = manifestSchema.safeParse(line);
  if (parsed.success) return parsed.data;
  throw refused(`The manifest of ${name} is damaged: ${issueOf(parsed.error)}.`);
}

/** Line by line: all of them together may be longer than a text can be. */
function jsonLines(bytes: Buffer, name: string): unknown[] {
  const lines: unknown[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    try {
      lines.push(JSON.parse(bytes.toString('utf8', start, end)));
    } catch (cause) {
      throw refused(`${name} is no snapshot, or is damaged: line ${lines.length + 1} is no JSON.`, cause);
    }
    start = end + 1;
  }
  return lines;
}

function issueOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'not the shape of a line' : `${issue.path.join('.')}: ${issue.message}`;
}

function refused(message: string, cause?: unknown): ViglaError {
  return new ViglaError('bad_configuration', message, { cause });
}
