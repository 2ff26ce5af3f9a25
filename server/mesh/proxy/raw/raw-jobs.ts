import type { Raw, RawSearch, RawTree } from '#lib/contract/raw.ts';
import { formatJsonPath } from '#lib/json/json-path.ts';
import { searchJson } from '#lib/json/search-json.ts';
import { jsonByteCount, treeOf } from '#lib/json/tree-slice.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { openDocument } from './open-document.ts';
import { partsAt } from './parts-at.ts';

/** What one answer holds at most: more is for the tree or the file. */
const mostValueBytes = 1_000_000;

const nothing = new Uint8Array();

/** The value at a path, whole or (where it is too large) not at all. */
export const rawValueJob: DumpJob<{ path: string }, Raw> = {
  name: 'raw-value',
  run: ([bytes = nothing], { path }) => {
    const { steps, value } = partsAt(openDocument(bytes), path).last;
    const byteCount = jsonByteCount(value);
    const isCut = byteCount > mostValueBytes;
    return { path: formatJsonPath(steps), ...(isCut ? {} : { value }), isCut, byteCount };
  },
};

/** The entries at a path. */
export const rawTreeJob: DumpJob<{ path: string; page: number; reveal: boolean }, RawTree> = {
  name: 'raw-tree',
  run: ([bytes = nothing], { path, page, reveal }) =>
    treeOf(partsAt(openDocument(bytes), path).parts, { page, reveal }),
};

/** The places where a text stands. */
export const rawSearchJob: DumpJob<{ text: string }, RawSearch> = {
  name: 'raw-search',
  run: ([bytes = nothing], { text }) => searchJson(openDocument(bytes), text),
};

/** All of it as the bytes of a file, indented. */
export const rawFileJob: DumpJob<null, Uint8Array> = {
  name: 'raw-file',
  run: ([bytes = nothing]) => new TextEncoder().encode(`${JSON.stringify(openDocument(bytes), null, 1)}\n`),
};
