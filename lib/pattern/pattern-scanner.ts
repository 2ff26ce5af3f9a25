const simpleCounts: Readonly<Record<string, { least: number; most: number | undefined }>> = {
  '*': { least: 0, most: undefined },
  '+': { least: 1, most: undefined },
  '?': { least: 0, most: 1 },
};

/** Goes through the text of a pattern. */
export class PatternScanner {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  get next(): string {
    return this.#text.charAt(this.#at);
  }

  /** The next character, and on; an empty text at the end. */
  take(): string {
    const char = this.next;
    this.#at += 1;
    return char;
  }

  takes(char: string): boolean {
    if (this.next !== char || this.isAtEnd) return false;
    this.#at += 1;
    return true;
  }

  /** `*`, `+`, `?`, `{2}`, `{2,}`, `{2,5}`; a `{` of any other kind is a character. */
  takesCounts(): { least: number; most: number | undefined } | undefined {
    const simple = simpleCounts[this.next];
    if (simple !== undefined) {
      this.#at += 1;
      return simple;
    }
    const [whole, least, comma, most] = this.#match(/\{(\d{1,6})(,)?(\d{1,6})?\}/y) ?? [];
    if (whole === undefined || (comma === undefined && most !== undefined)) return undefined;
    this.#at += whole.length;
    return {
      least: Number(least),
      most: comma === undefined ? Number(least) : (most && Number(most)) || undefined,
    };
  }

  /** `<name>` or `P<name>` behind `(?`. */
  takesGroupName(): boolean {
    const [name] = this.#match(/P?<[A-Za-z]\w*>/y) ?? [];
    this.#at += name?.length ?? 0;
    return name !== undefined;
  }

  /** The code of `\x41` or `\u0041` behind the backslash and its letter. */
  takeHex(digits: number): number | undefined {
    const text = this.#text.slice(this.#at, this.#at + digits);
    if (text.length < digits || !/^[0-9a-fA-F]+$/.test(text)) return undefined;
    this.#at += digits;
    return Number.parseInt(text, 16);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }
}
