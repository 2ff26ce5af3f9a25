import type { Raw } from '#lib/contract/raw.ts';
import { formatJsonPath } from '#lib/json/json-path.ts';
import { redact } from '#lib/redact/redact.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { findParts } from './find-part.ts';
import { parseDocument } from './parse-document.ts';

/** What one answer holds at most: more is for the tree or the file. */
const mostBytes = 1_000_000;

/** The redacted value at a path, whole or (where it is too large) not at all. */
export const rawValueJob: DumpJob<{ path: string }, Raw> = {
  name: 'raw-value',
  run: ([bytes = new Uint8Array()], { path }) => {
    const part = findParts(parseDocument(bytes), path).at(-1);
    const value = redact(part?.value ?? null);
    const byteCount = new TextEncoder().encode(JSON.stringify(value)).length;
    const isCut = byteCount > mostBytes;
    return { path: formatJsonPath(part?.steps ?? []), ...(isCut ? {} : { value }), isCut, byteCount };
  },
};
