import {
  type RawTree,
  type TreeNode,
  type TreeNodeType,
  type TreeSlice,
  treePageSize,
} from '#lib/contract/raw.ts';
import { isObject, type Json } from './json.ts';
import { formatJsonPath, type JsonStep, joinJsonPath } from './json-path.ts';
import { jsonTitle } from './json-title.ts';
import type { JsonPart } from './value-at-path.ts';

/** Of a text in a tree; the whole of it is the answer for its own path. */
const longestText = 500;

type Asked = { page: number; reveal: boolean };

/**
 * The entries of the last of some parts, or (to reveal it) of all of them, each with the run of entries in which the
 * next part stands. `parts` lead from the document to a place.
 */
export function treeOf(parts: readonly JsonPart[], { page, reveal }: Asked): RawTree {
  const path = formatJsonPath(parts.at(-1)?.steps ?? []);
  if (!reveal) return { path, slices: parts.slice(-1).map((part) => sliceOf(part, page)) };
  const slices = parts.map((part, index) => {
    const next = parts[index + 1]?.steps.at(-1);
    return sliceOf(part, next === undefined ? page : pageOf(part.value, next));
  });
  const opened = slices.filter(({ type }) => type === 'object' || type === 'list');
  return { path, slices: parts.length === 1 ? [...opened, ...loneSlice(parts[0])] : opened };
}

/** Of a document that is one list in one field, the list: nobody wants to open that first. */
function loneSlice(part: JsonPart | undefined): TreeSlice[] {
  const [only, ...others] = entriesOf(part?.value ?? null);
  if (part === undefined || only === undefined || others.length > 0) return [];
  const [step, value] = only;
  return entriesOf(value).length === 0 ? [] : [sliceOf({ steps: [...part.steps, step], value }, 0)];
}

function pageOf(value: Json, step: JsonStep): number {
  const place = typeof step === 'number' ? step : Object.keys(value ?? {}).indexOf(step);
  return Math.floor(place / treePageSize);
}

function sliceOf({ steps, value }: JsonPart, page: number): TreeSlice {
  const path = formatJsonPath(steps);
  const entries = entriesOf(value);
  const start = page * treePageSize;
  const nodes = entries.slice(start, start + treePageSize).map(([step, entry]) => nodeOf(path, step, entry));
  return {
    path,
    type: typeOf(value),
    childCount: entries.length,
    byteCount: jsonByteCount(value),
    page,
    nodes,
  };
}

function nodeOf(parent: string, step: JsonStep, value: Json): TreeNode {
  const type = typeOf(value);
  const node = {
    key: String(step),
    path: joinJsonPath(parent, step),
    type,
    childCount: entriesOf(value).length,
    byteCount: jsonByteCount(value),
    title: jsonTitle(value),
  };
  if (typeof value === 'string' && value.length > longestText)
    return { ...node, value: value.slice(0, longestText), isCut: true };
  return typeof value === 'object' && value !== null ? node : { ...node, value };
}

function entriesOf(value: Json): (readonly [JsonStep, Json])[] {
  if (Array.isArray(value)) return value.map((entry: Json, index) => [index, entry] as const);
  return isObject(value) ? Object.entries(value) : [];
}

function typeOf(value: Json): TreeNodeType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isObject(value)) return 'object';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}

/** Writing 40 MB to learn how much it is takes long, and every step down a tree asks for it again. */
const knownByteCounts = new WeakMap<object, number>();

/** Bytes of a value as compact JSON in UTF-8. */
export function jsonByteCount(value: Json): number {
  if (typeof value !== 'object' || value === null) return byteCountOf(value);
  const known = knownByteCounts.get(value);
  if (known !== undefined) return known;
  const byteCount = byteCountOf(value);
  knownByteCounts.set(value, byteCount);
  return byteCount;
}

function byteCountOf(value: Json): number {
  const text = JSON.stringify(value);
  return /^[\0-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;
}
