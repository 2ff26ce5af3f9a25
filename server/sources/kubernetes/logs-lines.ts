import { isUtf8 } from 'node:buffer';
import type { StoredLine } from '#server/sources/interface.ts';

/** `stamp` is the kubelet's time in nanoseconds, which no number of milliseconds holds. */
export type StampedLine = { stamp: bigint | undefined; line: StoredLine };

/** So much of a line is kept; what is longer is counted and dropped as it comes. */
const keptBytes = 16 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** RFC 3339 with up to nine digits, and the space before the line's own text. */
const stampPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d) /;
const longestStamp = '2026-11-21T02:01:20.631000000+00:00 '.length;

/**
 * Takes the bytes of a log in any pieces and gives its lines. Characters are put together only within whole lines, so a
 * piece may end inside one; a line of any length costs no more memory than what is kept of it.
 */
export class LogLines {
  #parts: Buffer[] = [];
  #kept = 0;
  #length = 0;

  /** The lines that end in this piece. */
  take(piece: Buffer): StampedLine[] {
    const lines: StampedLine[] = [];
    let from = 0;
    for (let at = piece.indexOf(lineFeed); at !== -1; at = piece.indexOf(lineFeed, from)) {
      this.#add(piece.subarray(from, at));
      lines.push(this.#finish());
      from = at + 1;
    }
    this.#add(piece.subarray(from));
    return lines;
  }

  /** What stands behind the last line feed, once nothing more can come. */
  end(): StampedLine[] {
    return this.#length === 0 ? [] : [this.#finish()];
  }

  #add(bytes: Buffer): void {
    this.#length += bytes.length;
    const part = bytes.subarray(0, Math.max(0, keptBytes + longestStamp - this.#kept));
    if (part.length === 0) return;
    this.#kept += part.length;
    this.#parts.push(part);
  }

  #finish(): StampedLine {
    const line = toLine(Buffer.concat(this.#parts), this.#length);
    this.#parts = [];
    this.#kept = 0;
    this.#length = 0;
    return line;
  }
}

function toLine(bytes: Buffer, length: number): StampedLine {
  const [stampText = '', seconds, fraction = '', zone] =
    stampPattern.exec(bytes.toString('latin1', 0, longestStamp)) ?? [];
  const isCut = length - stampText.length > keptBytes;
  const own = bytes.subarray(stampText.length);
  const kept = isCut ? wholeCharacters(own.subarray(0, keptBytes)) : withoutReturn(own);
  const secondsMs = seconds === undefined ? Number.NaN : Date.parse(seconds + zone);
  // Go's zero time stands for one that nobody knows.
  const isStamped = secondsMs > 0;
  const nanoseconds = fraction.padEnd(9, '0');
  return {
    stamp: isStamped ? BigInt(secondsMs) * 1_000_000n + BigInt(nanoseconds) : undefined,
    line: {
      ...(isStamped ? { atMs: secondsMs + Number(nanoseconds) / 1e6 } : {}),
      text: kept.toString('utf8'),
      ...(isCut ? { cutBytes: length - stampText.length - kept.length } : {}),
      ...(isUtf8(kept) ? {} : { isBinary: true }),
    },
  };
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}

/** Without the beginning of a character whose rest was cut off. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes.at(-back) ?? 0;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (isContinuation) continue;
    const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return width > back ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}
