import type { AccessLog, LogLine } from '#lib/contract/logs.ts';
import { parseJsonAccessLog } from './access-log/parse-json.ts';
import { parseTextAccessLog } from './access-log/parse-text.ts';
import { explainAccess } from './explain/explain-access.ts';
import { levelOf } from './level-of.ts';
import { timeOfLine } from './time-of-line.ts';

export type LineOrigin = { namespace: string; pod: string; container: string };

/** A line as a source gives it, see `StoredLine`. */
export type RawLine = {
  atMs?: number | undefined;
  text: string;
  cutBytes?: number | undefined;
  isBinary?: boolean | undefined;
};

/** Gives each line of a container an id that the same line has whenever it is read. */
export type LineIds = (line: RawLine) => string;

/** What a stored line says: its time, level, columns and, where it tells of a failure, what that means. */
export function parseLine(stored: RawLine, origin: LineOrigin, id: string): LogLine {
  const { pod, container } = origin;
  const access = parseAccessLog(stored);
  const atMs = stored.atMs ?? access?.startMs ?? timeOfLine(stored.text);
  const explanation = access === undefined ? undefined : explainAccess(access, origin);
  return {
    id,
    ...(atMs === undefined ? {} : { atMs }),
    pod,
    container,
    level: levelOf(stored.text, access),
    text: stored.text,
    ...(access === undefined ? {} : { access }),
    ...(explanation === undefined ? {} : { explanation }),
    spans: [],
    ...(stored.cutBytes === undefined ? {} : { cutBytes: stored.cutBytes }),
    ...(stored.isBinary === undefined ? {} : { isBinary: stored.isBinary }),
  };
}

function parseAccessLog({ text }: RawLine): AccessLog | undefined {
  return parseTextAccessLog(text) ?? parseJsonAccessLog(text);
}

/**
 * Ids out of time and text, so that they survive a window that begins elsewhere. Lines that are alike to the nanosecond
 * are counted.
 */
export function lineIds({ pod, container }: Omit<LineOrigin, 'namespace'>): LineIds {
  const seen = new Map<string, number>();
  let latest = 0;
  return ({ atMs, text }) => {
    if (atMs !== undefined && atMs !== latest) seen.clear();
    latest = atMs ?? latest;
    const key = `${pod}/${container}/${latest}/${hashOf(text)}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key}/${count}`;
  };
}

/** FNV-1a: short, and good enough among lines of one moment. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
